using System.Text;
using Notifier.Adapters.Twilio;

namespace Notifier.Adapters.Tests.Twilio;

/// <summary>The vectors the provider publishes, and one changed byte each.</summary>
public sealed class TwilioSignatureTests
{
    private const string Token = "12345";
    private const string FormUrl = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string FormSignature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private const string JsonBody = """{"property": "value", "boolean": true}""";
    private const string JsonUrl =
        FormUrl + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

    private static readonly KeyValuePair<string, string>[] Fields =
    [
        new("To", "+18005551212"), new("CallSid", "CA1234567890ABCDE"), new("From", "+14158675309"), new("Digits", "1234"),
        new("Caller", "+14158675309"),
    ];

    [Fact]
    public void The_published_form_is_valid() => Assert.True(IsValid(FormSignature, FormUrl, Fields, ""));

    [Fact]
    public void The_published_json_is_valid() =>
        Assert.True(IsValid("a9nBmqA0ju/hNViExpshrM61xv4=", JsonUrl, [], JsonBody));

    [Fact]
    public void A_changed_json_body_is_not() =>
        Assert.False(IsValid("a9nBmqA0ju/hNViExpshrM61xv4=", JsonUrl, [], JsonBody.Replace("true", "false", StringComparison.Ordinal)));

    [Theory]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", true)] // the port written out
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=3", false)]
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2", false)]
    [InlineData("https://mycompany.com/myapp.php?bar=2&foo=1", false)]
    public void The_address_counts(string url, bool valid) => Assert.Equal(valid, IsValid(FormSignature, url, Fields, ""));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8A8=")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8")]
    [InlineData("RSOYDt4T1cUTdK1PDd93")]
    [InlineData("not base64 at all, and much longer than any signature of this scheme can ever be, whatever the provider does")]
    public void Another_signature_is_refused(string? signature) => Assert.False(IsValid(signature, FormUrl, Fields, ""));

    [Fact]
    public void Every_field_counts()
    {
        Assert.False(IsValid(FormSignature, FormUrl, [.. Fields, new("New", "")], ""));
        Assert.False(IsValid(FormSignature, FormUrl, Fields[1..], ""));
        Assert.False(IsValid(FormSignature, FormUrl, [.. Fields[1..], new("To", "+18005551212 ")], ""));
    }

    [Fact]
    public void While_the_token_changes_either_signs()
    {
        Assert.True(TwilioSignature.IsValid(FormSignature, ["new", Token], new Uri(FormUrl), Fields, default));
        Assert.False(TwilioSignature.IsValid(FormSignature, ["new"], new Uri(FormUrl), Fields, default));
    }

    private static bool IsValid(string? signature, string url, KeyValuePair<string, string>[] fields, string body) =>
        TwilioSignature.IsValid(signature, [Token], new Uri(url), fields, Encoding.UTF8.GetBytes(body));
}
