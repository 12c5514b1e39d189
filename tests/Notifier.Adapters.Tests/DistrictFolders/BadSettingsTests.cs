namespace Notifier.Adapters.Tests.DistrictFolders;

/// <summary>Mistakes in district.json: each concerns every child, so nothing is imported until it is mended.</summary>
public class BadSettingsTests
{
    [Theory]
    [InlineData("\"TX\"", "\"Texas\"", "Fatal district.json, state \"Texas\": it is not the two letters of a state. Write TX for Texas.")]
    [InlineData("\"TX\"", "\"XX\"", "Fatal district.json, state \"XX\": it is not the two letters of a state. Write two letters such as TX, or US for federal rules alone.")]
    [InlineData("\"America/Chicago\"", "\"America/Chicgao\"", "Fatal district.json, timeZone \"America/Chicgao\": it is not an IANA time zone. Write a place as the zone, for example America/Chicago.")]
    [InlineData("\"America/Chicago\"", "\"EST\"", "Fatal district.json, timeZone \"EST\": it is not an IANA time zone. Write a place as the zone, for example America/New_York.")]
    [InlineData("\"America/Chicago\"", "\"Mountain Standard Time\"", "Fatal district.json, timeZone \"Mountain Standard Time\": it is not an IANA time zone. Write a place as the zone, for example America/Denver.")]
    [InlineData("\"name\": \"Oak Hill\", ", "", "Fatal district.json, name: the setting is missing. Add \"name\".")]
    [InlineData("\"name\"", "\"anualRule\": \"SameDay\", \"name\"", "Fatal district.json, anualRule \"\"SameDay\"\": the setting is not known. Write annualRule if that is meant.")]
    [InlineData("\"name\"", "\"annualRule\": \"SomeDay\", \"name\"", "Fatal district.json, annualRule \"SomeDay\": it is not known. Write SameDay if that is meant.")]
    [InlineData("\"name\"", "\"annualRule\": \"Never\", \"name\"", "Fatal district.json, annualRule \"Never\": it is not known. Write one of SameDay, DayBefore, Days364, Days365.")]
    [InlineData("\"name\"", "\"name\": \"Twice\", \"name\"", "Fatal district.json, name \"\"Oak Hill\"\": the setting stands there twice. Remove one of them.")]
    [InlineData("\"name\"", "\"dateFormat\": \"mm/dd/yyyy\", \"name\"", "Fatal district.json, dateFormat \"mm/dd/yyyy\": it is not a date form. Write a form with d, M and yyyy, for example \"M/d/yyyy\"; letters in capitals and small ones differ.")]
    [InlineData("\"name\"", "\"policies\": [], \"name\"", "Fatal district.json, policies \"[]\": it is not an object. Write \"policies\": { ... }.")]
    [InlineData("\"name\"", "\"policies\": { \"runHours\": 6 }, \"name\"", "Fatal district.json, policies.runHours \"6\": the setting is not known. Write runHour if that is meant.")]
    [InlineData("\"name\"", "\"policies\": { \"runHour\": 25 }, \"name\"", "Fatal district.json, policies.runHour \"25\": it is not a time of day from 00:00 to 23:59. Write it as \"runHour\": \"00:00\".")]
    [InlineData("\"name\"", "\"policies\": { \"textsUntil\": \"22:00\" }, \"name\"", "Fatal district.json, policies.textsUntil \"\"22:00\"\": it is not a time of day from 08:00 to 21:00. Write it as \"textsUntil\": \"08:00\".")]
    [InlineData("\"name\"", "\"policies\": { \"textsFrom\": \"20:30\" }, \"name\"", "Fatal district.json, policies.textsUntil \"20:00\": texts would never be sent: it is not later than textsFrom. Write a later time.")]
    [InlineData("\"name\"", "\"policies\": { \"dueSoonDays\": \"30\" }, \"name\"", "Fatal district.json, policies.dueSoonDays \"\"30\"\": it is not a whole number from 1 to 365. Write a number without quotes, for example \"dueSoonDays\": 1.")]
    [InlineData("\"name\"", "\"policies\": { \"excludeLeadingWeekend\": \"no\" }, \"name\"", "Fatal district.json, policies.excludeLeadingWeekend \"\"no\"\": it is neither true nor false. Write \"excludeLeadingWeekend\": true or false, without quotes.")]
    [InlineData("\"name\"", "\"policies\": { \"safeguardsNoticeDay\": \"02-30\" }, \"name\"", "Fatal district.json, policies.safeguardsNoticeDay \"\"02-30\"\": it is not a day of the year. Write month and day, for example \"safeguardsNoticeDay\": \"09-01\".")]
    [InlineData("\"name\"", "\"policies\": { \"languages\": [\"English\"] }, \"name\"", "Fatal district.json, policies.languages \"English\": it is not the two-letter code of a language. Write en for English.")]
    [InlineData("\"name\"", "\"policies\": { \"officePhone\": \"555\" }, \"name\"", "Fatal district.json, policies.officePhone \"555\": it has 3 digits; a number in the United States has ten. Write it as +15125550142 or (512) 555-0142.")]
    [InlineData("\"name\"", "\"policies\": { \"stricterDays\": { \"initial-evalution\": 50 } }, \"name\"", "Fatal district.json, policies.stricterDays.initial-evalution: there is no such obligation. Write initial-evaluation if that is meant.")]
    [InlineData("\"name\"", "\"policies\": { \"reminderLadder\": [ { \"obligations\": [\"annual-review\"], \"family\": [30] } ] }, \"name\"", "Fatal district.json, policies.reminderLadder[0]: tells nobody of the staff; give \"caseManager\" or \"supervisor\" at least one number of days. The shipped ladder shows the form of every entry.")]
    public void Says_what_is_wrong_and_how_to_mend_it(string from, string to, string problem)
    {
        using var folder = new TestFolder();
        folder.Replace("district.json", from, to);

        Assert.Contains(problem, folder.Problems());
        Assert.Null(folder.Read().District);
    }

    [Fact]
    public void Broken_JSON_is_named_with_its_line()
    {
        using var folder = new TestFolder();
        folder.With("district.json", "{\n  \"districtId\": \"OAK\"\n  \"name\": \"Oak\"\n}");

        Assert.Equal(
            ["Fatal district.json, line 3: the file is not JSON at character 3 of this line. Check quotes, commas and brackets there and on the line before."],
            folder.Problems());
    }

    [Fact]
    public void A_state_without_modelled_law_is_a_notice_and_no_error()
    {
        using var folder = new TestFolder();
        folder.Replace("district.json", "\"TX\"", "\"WY\"");

        var problem = Assert.Single(folder.Problems());
        Assert.StartsWith("Notice district.json, state \"WY\": the rules of this state are not modelled yet", problem, StringComparison.Ordinal);
        Assert.NotNull(folder.Read().District);
    }

    [Fact]
    public void Comments_and_a_comma_too_many_are_no_mistakes()
    {
        using var folder = new TestFolder();
        folder.With("district.json", "\uFEFF{ // Oak\n \"districtId\": \"OAK\", \"name\": \"Oak\", \"state\": \"US\", \"timeZone\": \"America/Chicago\", }");

        Assert.Empty(folder.Problems());
    }
}
