using System.Globalization;
using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Cli.Sample;

/// <summary>
/// Who answers for one child, and how they can be reached. The kinds of household take turns, so that even a small
/// sample holds each of them.
/// </summary>
public sealed class SampleHousehold(SampleRandom random, Student student, SampleFamilyName family, int index)
{
    private const int Kinds = 16;

    private static readonly Channel[] TextFirst = [Channel.Sms, Channel.Email];

    private static readonly Channel[] MailFirst = [Channel.Email, Channel.Sms];

    /// <param name="adult">The student holds the rights: they receive their own notices, and a parent may, too.</param>
    public IReadOnlyList<Contact> Contacts(bool adult) => adult
        ? [Adult(), Parent(2, "mother")]
        : (index % Kinds) switch
        {
            0 or 1 or 2 or 3 => [Parent(1, "mother")],
            4 or 5 or 6 => [Parent(1, "mother"), Parent(2, "father")],
            7 => [Parent(1, "father") with { Channels = MailFirst }],
            // Two households: each reads its own language, one lives two time zones away.
            8 => [Parent(1, "mother"), Parent(2, "father") with { Language = "es", TimeZone = Zone("America/Los_Angeles") }],
            9 => [Parent(1, "grandmother") with { Email = "", Channels = [Channel.Sms] }],
            // Asked never to be contacted; the other parent is.
            10 => [Parent(1, "father") with { ReceivesNotices = false }, Parent(2, "mother")],
            11 => [Parent(1, "mother") with { TextConsentOn = null }],
            // Wants texts alone and never agreed to them: nobody can be told.
            12 when random.Chance(45) => [Parent(1, "father") with { TextConsentOn = null, Channels = [Channel.Sms] }],
            12 => [Parent(1, "guardian") with { Phone = "", TextConsentOn = null, Channels = [Channel.Email] }],
            13 when random.Chance(35) => [Parent(1, "mother") with { Email = "", Phone = "", TextConsentOn = null }],
            13 => [Parent(1, "aunt")],
            14 when random.Chance(40) => [],
            14 => [Parent(1, "foster parent"), Parent(2, "guardian") with { Channels = [Channel.Email] }],
            _ => [Parent(1, "father"), Parent(2, "mother") with { TimeZone = Zone("America/New_York") }],
        };

    private Contact Adult() => Parent(1, "self") with { Name = $"{student.FirstName} {student.LastName}", Language = "en" };

    private Contact Parent(int place, string relationship)
    {
        var first = SampleNames.Adults[(index * 7 + place * 11) % SampleNames.Adults.Count];
        var name = $"{first} {family.LastName}";
        var number = index * 2 + place;
        return new()
        {
            ContactId = string.Create(CultureInfo.InvariantCulture, $"C{1001 + index}-{place}"),
            StudentId = student.StudentId,
            Name = name,
            Relationship = relationship,
            Language = family.Language != "en" && random.Chance(65) ? family.Language : "en",
            Email = SampleAddresses.Email(name, number),
            Phone = SampleAddresses.Phone(number),
            Channels = random.Chance(70) ? TextFirst : MailFirst,
            TextConsentOn = new LocalDate(2026, 8, 1).PlusDays(random.Below(30)),
            ReceivesNotices = true,
        };
    }

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];
}
