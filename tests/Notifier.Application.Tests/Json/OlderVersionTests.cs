using System.Text.RegularExpressions;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Application.Storage;
using Notifier.Application.Tests.Flow;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Json;

/// <summary>A district that takes a new version has rows and messages of the old one.</summary>
public sealed partial class OlderVersionTests : FlowTest
{
    [Fact]
    public void A_message_without_what_came_later_is_read_with_its_initial_values()
    {
        var reply = InboundReply.Read("""
            {"kind":"inboundReply","providerId":"SM1","from":"+15125550142","to":"+15125550100","text":"Y","at":"2026-11-17T14:30:00Z"}
            """u8.ToArray());

        Assert.Equal(("", 0), (reply.AnsweredByProviderAs, reply.Attachments));
    }

    [Fact]
    public async Task A_policy_that_the_stored_district_does_not_know_has_its_default()
    {
        await World.ImportAsync(OakHill.District(), [OakHill.Family()]);
        var table = Tables.Open("Districts");
        var body = await table.QueryAsync(
            StoreKey.Of(OakHill.DistrictId), DistrictBody.RowsOf(1), StoredJson.Compact.DistrictBody, CancellationToken.None).SingleAsync();
        Assert.Matches(LaterPolicies(), body.Body);
        await table.UpsertAsync(
            body with { Body = LaterPolicies().Replace(body.Body, "") }, StoredJson.Compact.DistrictBody, CancellationToken.None);

        var file = await new DistrictFiles(Tables).GetAsync(OakHill.DistrictId, CancellationToken.None);

        Assert.Equal(new DistrictPolicies().DueSoonDays, file!.District.Policies.DueSoonDays);
        Assert.Equal(new DistrictPolicies().MeetingNoticeDays, file.District.Policies.MeetingNoticeDays);
        Assert.NotEqual(0, new DistrictPolicies().DueSoonDays);
    }

    [Fact]
    public void Nothing_stored_is_read_without_its_initial_values()
    {
        var others = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => System.IO.File.ReadAllText(path).Contains("JsonSerializer.Deserialize(", StringComparison.Ordinal))
            .Select(path => Path.GetFileName(path)!);

        // A provider's answer is all nullable.
        Assert.Equal(["StoredValue.cs", "TwilioMessage.cs"], others.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("\"(DueSoonDays|MeetingNoticeDays)\":[0-9]+,", RegexOptions.IgnoreCase)]
    private static partial Regex LaterPolicies();
}
