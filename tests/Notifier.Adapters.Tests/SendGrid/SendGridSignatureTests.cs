using System.Text;
using Notifier.Adapters.SendGrid;

namespace Notifier.Adapters.Tests.SendGrid;

/// <summary>The vector the provider publishes, and one changed byte each.</summary>
public sealed class SendGridSignatureTests
{
    private const string Key =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEDr2LjtURuePQzplybdC+u4CwrqDqBaWjcMMsTbhdbcwHBcepxo7yAQGhHPTnlvFYPAZFceEu/1FwCM/QmGUhA==";

    private const string Signature =
        "MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH2j/0=";

    private const string Time = "1588788367";
    private const string Body = """{"category":"example_payload","event":"test_event","message_id":"message_id"}""";

    [Theory]
    [InlineData(Signature, Time, Body, true)]
    [InlineData(Signature, "1588788368", Body, false)]
    [InlineData(Signature, "01588788367", Body, false)]
    [InlineData(Signature, Time, Body + "\n", false)]
    [InlineData(Signature, Time, "", false)]
    [InlineData("MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH2j/4=", Time, Body, false)]
    [InlineData("AAAA", Time, Body, false)]
    [InlineData("", Time, Body, false)]
    [InlineData("%%%", Time, Body, false)]
    [InlineData(null, Time, Body, false)]
    public void A_signature_is_over_time_and_raw_body(string? signature, string time, string body, bool valid) =>
        Assert.Equal(valid, SendGridSignature.IsValid(Key, signature, time, Encoding.UTF8.GetBytes(body)));
}
