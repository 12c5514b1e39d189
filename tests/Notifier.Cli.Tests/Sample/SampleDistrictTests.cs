using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Notifier.Cli.Sample;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Sample;

public sealed class SampleDistrictTests
{
    private static readonly SampleDistrict Sample = SampleDistrict.Make();

    [Fact]
    public void Has_at_least_four_hundred_children_with_plans_over_five_schools()
    {
        Assert.True(Sample.Children.Count >= 400);
        Assert.Equal(5, Sample.Children.Select(child => child.Student.SchoolId).Distinct().Count());
        Assert.Equal(Enum.GetValues<PlanKind>(), Sample.Children.Select(child => child.Plan.Kind).Distinct().Order());
    }

    [Theory]
    [InlineData(1, SampleDistrict.DefaultStudents)]
    [InlineData(1, 60)]
    [InlineData(2, 60)]
    [InlineData(3, 60)]
    public void Holds_every_difficult_case_whatever_its_size(int seed, int students)
    {
        var children = SampleDistrict.Make(seed, students).Children;
        var contacts = children.SelectMany(child => child.Contacts).ToArray();

        Assert.Contains(contacts, contact => !contact.ReceivesNotices);
        Assert.Contains(contacts, contact => contact.TextConsentOn is null && contact.Channels.Contains(Channel.Sms));
        Assert.Contains(contacts, contact => contact.Language == "es");
        Assert.Contains(contacts, contact => contact.TimeZone is not null);
        Assert.Contains(contacts, contact => contact.Relationship == "self");
        Assert.Contains(children, child => child.Student.BirthDate is { Month: 2, Day: 29 });
        Assert.Contains(children, child => child.Plan.CaseManagerId == SampleStaff.WithoutEmail);
        Assert.Contains(children, child => child.Dates.Any(date => date.Kind == PlanDateKind.ServiceConsentRevoked));
        Assert.Contains(children, child => child.Dates.Any(date => date.Kind == PlanDateKind.Exited));
    }

    [Fact]
    public void Reaches_nobody_real()
    {
        var people = Sample.Children.SelectMany(child => child.Contacts)
            .Select(contact => (contact.Email, contact.Phone))
            .Concat(SampleStaff.All.Select(member => (member.Email, member.Phone)));

        Assert.All(people, person =>
        {
            Assert.Matches(@"^$|^[a-z.0-9]+@(cedarvalley\.)?example\.org$", person.Email);
            Assert.Matches(@"^$|^\+1\d{3}55501\d\d$", person.Phone);
        });
    }

    [Fact]
    public void Gives_nobody_the_number_or_address_of_another()
    {
        var contacts = Sample.Children.SelectMany(child => child.Contacts).ToArray();
        var phones = contacts.Select(contact => contact.Phone).Where(phone => phone.Length > 0).ToArray();
        var mail = contacts.Select(contact => contact.Email).Where(email => email.Length > 0).ToArray();

        Assert.Equal(phones.Length, phones.Distinct().Count());
        Assert.Equal(mail.Length, mail.Distinct().Count());
    }

    [Fact]
    public void Is_the_same_for_the_same_seed_on_every_machine()
    {
        using var first = new TempFolder();
        using var again = new TempFolder();
        using var other = new TempFolder();

        SampleFolder.Write(SampleDistrict.Make(seed: 11), first.Path);
        SampleFolder.Write(SampleDistrict.Make(seed: 11), again.Path);
        SampleFolder.Write(SampleDistrict.Make(seed: 12), other.Path);

        Assert.Equal(Fingerprint(first.Path), Fingerprint(again.Path));
        Assert.NotEqual(Fingerprint(first.Path), Fingerprint(other.Path));
        // The generator's own first numbers, so that a change of runtime or processor cannot go unseen.
        var random = new SampleRandom(2026);
        Assert.Equal([51, 1, 34, 86], Enumerable.Range(0, 4).Select(_ => random.Below(100)));
    }

    [Fact]
    public void Writes_every_file_of_a_district_folder_and_mistakes_only_when_asked()
    {
        using var folder = new TempFolder();

        SampleFolder.Write(Sample, folder.Path, withMistakes: false);

        Assert.Equal(
            [
                "accommodations.csv", "calendar.csv", "contacts.csv", "district.json", "plan-dates.csv", "plans.csv",
                "schools.csv", "staff.csv", "students.csv",
            ],
            Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotMatch(new Regex("P9001|S9001"), File.ReadAllText(folder.File("plans.csv")) + File.ReadAllText(folder.File("students.csv")));
    }

    private static string Fingerprint(string folder)
    {
        var text = string.Concat(Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllText));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
