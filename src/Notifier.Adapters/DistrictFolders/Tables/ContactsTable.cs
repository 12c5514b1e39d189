using NodaTime;
using Notifier.Adapters.DistrictFolders.Csv;
using Notifier.Adapters.DistrictFolders.Fields;
using Notifier.PlanDates;

namespace Notifier.Adapters.DistrictFolders.Tables;

/// <summary><c>contacts.csv</c>.</summary>
internal sealed class ContactsTable(FolderProblems problems, DateForms dates, FolderRows rows, LeftOutRows leftOut)
{
    private const int IdColumn = 0;
    private const int StudentColumn = 1;
    private const int NameColumn = 2;
    private const int RelationshipColumn = 3;
    private const int LanguageColumn = 4;
    private const int EmailColumn = 5;
    private const int PhoneColumn = 6;
    private const int ChannelsColumn = 7;
    private const int ConsentColumn = 8;
    private const int ReceivesColumn = 9;
    private const int ZoneColumn = 10;

    private static readonly string[] Columns =
    [
        "contactId", "studentId", "name", "relationship", "language", "email", "phone", "channels", "textConsent",
        "receivesNotices", "timeZone",
    ];

    public void Read(string folder, LocalDate today)
    {
        var table = new CsvTable(FolderFiles.Contacts, Columns, problems);
        var fields = new RowFields(FolderFiles.Contacts, problems, dates);
        foreach (var row in table.Rows(folder))
        {
            fields.Begin(row);
            var student = References.Student(fields, StudentColumn, rows);
            var contact = Read(fields, today);
            if (student is { Rejected: false } && rows.ContactLine(student.Value.Student, contact.ContactId) is { } line)
            {
                fields.Bad(IdColumn, $"line {line} has the same id for this student", "Give each contact of a student one row");
            }

            if (!fields.Rejected())
            {
                rows.Add(contact, row.Line);
                WarnOfChannels(fields, contact);
            }
            else
            {
                leftOut.Add(fields, student?.Student);
            }
        }
    }

    private static Contact Read(RowFields fields, LocalDate today)
    {
        var contact = new Contact
        {
            ContactId = fields.Id(IdColumn),
            StudentId = fields.Raw(StudentColumn),
            Name = fields.Text(NameColumn, required: true),
            Relationship = fields.Text(RelationshipColumn),
            Language = Language(fields),
            Email = fields.Email(EmailColumn),
            Phone = fields.Phone(PhoneColumn),
            Channels = ChannelWords.Read(fields, ChannelsColumn),
            TextConsentOn = Consent(fields, today),
            ReceivesNotices = fields.YesOrNo(ReceivesColumn),
            TimeZone = Zone(fields),
        };
        return contact;
    }

    private static string Language(RowFields fields)
    {
        var code = "en";
        if (fields.Raw(LanguageColumn) is { Length: > 0 } text && Languages.Parse(text, out code) is { } fault)
        {
            fields.Bad(LanguageColumn, fault);
        }

        return code;
    }

    private static LocalDate? Consent(RowFields fields, LocalDate today)
    {
        // A district that only knows "yes" cannot show when: the day is what is asked for in a dispute.
        if (fields.Raw(ConsentColumn).ToUpperInvariant() is "YES" or "Y" or "TRUE" or "NO" or "N" or "FALSE")
        {
            fields.Bad(ConsentColumn, "the day of the consent is missing", "Write the day the person agreed to texts, or leave the field empty if they did not");
            return null;
        }

        var day = fields.DateOrNone(ConsentColumn);
        if (day > today)
        {
            fields.Bad(ConsentColumn, "the consent lies in the future", "Write the day the person agreed to texts");
        }

        return day;
    }

    private static DateTimeZone? Zone(RowFields fields)
    {
        DateTimeZone? zone = null;
        if (fields.Raw(ZoneColumn) is { Length: > 0 } text && TimeZones.Parse(text, out zone) is { } fault)
        {
            fields.Bad(ZoneColumn, fault);
        }

        return zone;
    }

    private static void WarnOfChannels(RowFields fields, Contact contact)
    {
        if (!contact.ReceivesNotices)
        {
            return;
        }

        if (contact.Channels.Contains(Channel.Sms) && contact.Phone.Length == 0)
        {
            fields.Warn(PhoneColumn, "texts are chosen, but there is no telephone number", "Add the number, or take sms out of channels");
        }

        if (contact.Channels.Contains(Channel.Email) && contact.Email.Length == 0)
        {
            fields.Warn(EmailColumn, "mail is chosen, but there is no mail address", "Add the address, or take email out of channels");
        }

        if (contact.Channels.Count == 0)
        {
            fields.Warn(ChannelsColumn, "no channel is chosen, so nothing can be sent to this person", "Write sms, email or both: sms;email");
        }
    }
}
