using System.Text;
using NodaTime;
using Notifier.Adapters.Http;
using Notifier.Adapters.Twilio;
using Notifier.Delivery;

namespace Notifier.Adapters.Tests.Twilio;

/// <summary>What each answer to a request to send makes certain.</summary>
public sealed class TwilioAnswersTests
{
    [Theory]
    [InlineData(201, 0, DeliveryOutcomeKind.Accepted, false, false)]
    [InlineData(200, 0, DeliveryOutcomeKind.Accepted, false, false)]
    [InlineData(301, 0, DeliveryOutcomeKind.NotSentTryAgain, false, true)]
    [InlineData(400, 0, DeliveryOutcomeKind.NotSentNever, false, false)]
    [InlineData(400, 21211, DeliveryOutcomeKind.NotSentNever, true, false)]
    [InlineData(400, 21408, DeliveryOutcomeKind.NotSentNever, false, true)]
    [InlineData(400, 21606, DeliveryOutcomeKind.NotSentTryAgain, false, true)]
    [InlineData(400, 21610, DeliveryOutcomeKind.NotSentNever, true, false)]
    [InlineData(400, 21611, DeliveryOutcomeKind.NotSentTryAgain, false, false)]
    [InlineData(400, 21614, DeliveryOutcomeKind.NotSentNever, true, false)]
    [InlineData(400, 21617, DeliveryOutcomeKind.NotSentNever, false, false)]
    [InlineData(400, 21635, DeliveryOutcomeKind.NotSentNever, true, false)]
    [InlineData(400, 21703, DeliveryOutcomeKind.NotSentTryAgain, false, true)]
    [InlineData(400, 29999, DeliveryOutcomeKind.NotSentNever, false, false)]
    [InlineData(401, 20003, DeliveryOutcomeKind.NotSentTryAgain, false, true)]
    [InlineData(401, 0, DeliveryOutcomeKind.NotSentTryAgain, false, true)]
    [InlineData(403, 0, DeliveryOutcomeKind.NotSentTryAgain, false, true)]
    [InlineData(404, 20404, DeliveryOutcomeKind.NotSentTryAgain, false, true)]
    [InlineData(408, 0, DeliveryOutcomeKind.Unknown, false, false)]
    [InlineData(429, 20429, DeliveryOutcomeKind.NotSentTryAgain, false, false)]
    [InlineData(429, 0, DeliveryOutcomeKind.NotSentTryAgain, false, false)]
    [InlineData(500, 0, DeliveryOutcomeKind.Unknown, false, false)]
    [InlineData(502, 0, DeliveryOutcomeKind.Unknown, false, false)]
    [InlineData(503, 20001, DeliveryOutcomeKind.Unknown, false, false)]
    public void An_answer_is_classified(int status, int code, DeliveryOutcomeKind kind, bool endsAddress, bool needsSetup)
    {
        var body = code == 0 ? "<html>gateway</html>" : $"{{\"code\":{code},\"message\":\"m\",\"status\":{status}}}";

        var outcome = TwilioAnswers.Classify(Answer(status, body), out _);

        Assert.Equal((kind, endsAddress, needsSetup), (outcome.Kind, outcome.EndsAddress, outcome.NeedsSetup));
    }

    [Fact]
    public void Every_code_of_the_table_is_tested_above()
    {
        var tested = typeof(TwilioAnswersTests).GetMethod(nameof(An_answer_is_classified))!
            .GetCustomAttributesData()
            .Where(one => one.AttributeType == typeof(InlineDataAttribute))
            .Select(one => (IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)one.ConstructorArguments[0].Value!)
            .SelectMany(row => (int[])[(int)row[0].Value!, (int)row[1].Value!])
            .ToHashSet();

        Assert.DoesNotContain(TwilioCodes.Answers, one => !tested.Contains(one.Code));
    }

    [Fact]
    public void What_never_left_is_not_sent_and_what_left_is_unknown()
    {
        Assert.Equal(
            DeliveryOutcomeKind.NotSentTryAgain,
            TwilioAnswers.Classify(new ProviderAnswer { NeverLeft = true, Failure = "ConnectionError" }, out _).Kind);
        Assert.Equal(
            DeliveryOutcomeKind.Unknown, TwilioAnswers.Classify(new ProviderAnswer { Failure = "ResponseEnded" }, out _).Kind);
    }

    [Fact]
    public void A_code_no_table_holds_is_told_apart_and_named()
    {
        var outcome = TwilioAnswers.Classify(Answer(400, "{\"code\":29999}"), out var isUnknownCode);

        Assert.True(isUnknownCode);
        Assert.Contains("29999", outcome.Reason, StringComparison.Ordinal);
        TwilioAnswers.Classify(Answer(400, "{\"code\":21610}"), out isUnknownCode);
        Assert.False(isUnknownCode);
    }

    [Fact]
    public void The_wish_to_be_left_alone_is_passed_on()
    {
        var outcome = TwilioAnswers.Classify(
            Answer(429, "{\"code\":20429}") with { RetryAfter = Duration.FromMinutes(2) }, out _);

        Assert.Equal(Duration.FromMinutes(2), outcome.RetryAfter);
    }

    [Fact]
    public void A_message_that_failed_at_once_was_not_sent()
    {
        var outcome = TwilioAnswers.Classify(
            Answer(201, """{"sid":"SM1","status":"failed","error_code":30006}"""), out _);

        Assert.Equal((DeliveryOutcomeKind.NotSentNever, true), (outcome.Kind, outcome.EndsAddress));
    }

    [Theory]
    [InlineData("queued", DeliveryOutcomeKind.Accepted)]
    [InlineData("sent", DeliveryOutcomeKind.Accepted)]
    [InlineData("delivered", DeliveryOutcomeKind.Delivered)]
    [InlineData("undelivered", DeliveryOutcomeKind.NotSentNever)]
    [InlineData("failed", DeliveryOutcomeKind.NotSentNever)]
    public void A_listed_message_says_how_it_stands(string status, DeliveryOutcomeKind kind) =>
        Assert.Equal(kind, TwilioAnswers.OutcomeOfListed(new TwilioMessage { Sid = "SM1", Status = status, ErrorCode = 30003 }).Kind);

    private static ProviderAnswer Answer(int status, string body) =>
        new() { Status = status, Body = Encoding.UTF8.GetBytes(body) };
}
