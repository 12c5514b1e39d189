using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;

namespace Notifier.Testing.Providers;

/// <summary>Twilio's Messages resource as far as it is used, as strict as the provider about what it is sent.</summary>
public sealed partial class FakeTwilio(IClock clock, string secret = "") : FakeProvider
{
    public const string AccountSid = "AC00000000000000000000000000000001";
    public const string AuthToken = "a token for tests";
    public const string From = "+15125550100";

    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeMessage>> byNumber = new(StringComparer.Ordinal);
    private int count;

    /// <summary>A message shows in the list only when it is so old.</summary>
    public Duration ListedAfter { get; set; } = Duration.Zero;

    /// <summary>Messages of one page of the list at most.</summary>
    public int PageSize { get; set; } = 50;

    /// <summary>Numbers the provider refuses, with its code.</summary>
    public Dictionary<string, int> RefusedNumbers { get; } = [];

    /// <summary>True: the list answers 503.</summary>
    public bool ListIsDown { get; set; }

    public override bool IsSend(FakeRequest request) => request.Method == "POST";

    public override FakeResponse Answer(FakeRequest request)
    {
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{AccountSid}:{(secret.Length > 0 ? secret : AuthToken)}"));
        if (request.Header("Authorization") != $"Basic {expected}")
        {
            return Refusal(401, 20003, "Authenticate");
        }

        return request.Path != $"/2010-04-01/Accounts/{AccountSid}/Messages.json" ? Refusal(404, 20404, "Not found")
            : request.Method == "GET" ? List(FakeRequest.Fields(request.Query))
            : request.Method == "POST" ? Create(request)
            : Refusal(405, 20004, "Method not allowed");
    }

    /// <summary>A reply that a person writes to our number.</summary>
    public static FakeReport Reply(Uri publicUrl, string id, string from, string text, string optOutType = "") =>
        Signed(publicUrl, "/webhooks/twilio/inbound", "", new()
        {
            ["MessageSid"] = id,
            ["AccountSid"] = AccountSid,
            ["From"] = from,
            ["To"] = From,
            ["Body"] = text,
            ["NumMedia"] = "0",
            ["OptOutType"] = optOutType,
        });

    private FakeResponse Create(FakeRequest request)
    {
        if (request.Header("Content-Type") != "application/x-www-form-urlencoded")
        {
            return Complain(21602, "the body is no form");
        }

        var fields = FakeRequest.Fields(request.Text);
        if (WhatIsWrong(fields) is var (code, wrong) && wrong.Length > 0)
        {
            return Complain(code, wrong);
        }

        if (RefusedNumbers.TryGetValue(fields["To"], out var refused))
        {
            return Refusal(400, refused, "refused");
        }

        var callback = new Uri(fields["StatusCallback"]);
        var message = new FakeMessage
        {
            Id = $"SM{Interlocked.Increment(ref count):x32}",
            AttemptId = FakeRequest.Fields(callback.Query).GetValueOrDefault("notifierAttempt", ""),
            To = fields["To"],
            Text = fields["Body"],
            CreatedAt = clock.GetCurrentInstant(),
            ValidSeconds = fields.TryGetValue("ValidityPeriod", out var valid) ? int.Parse(valid, CultureInfo.InvariantCulture) : null,
            Request = request.Text,
            Fate = Fate?.Invoke(fields["To"]) ?? ["queued", "sent", "delivered"],
        };
        byNumber.GetOrAdd(message.To, _ => new()).Enqueue(message);
        Take(message, Reports(callback, message));
        return new FakeResponse(201, Json(message, "queued"));
    }

    private static (int Code, string Wrong) WhatIsWrong(Dictionary<string, string> fields)
    {
        string[] known = ["To", "From", "MessagingServiceSid", "Body", "StatusCallback", "ValidityPeriod"];
        var to = fields.GetValueOrDefault("To", "");
        var callback = fields.GetValueOrDefault("StatusCallback", "");
        return fields.Keys.FirstOrDefault(name => !known.Contains(name)) is { } strange ? (20001, $"unknown field {strange}")
            : !Number().IsMatch(to) ? (21211, $"To is no number in full: {to}")
            : fields.ContainsKey("From") == fields.ContainsKey("MessagingServiceSid") ? (21603, "exactly one sender is needed")
            : fields.GetValueOrDefault("Body", "").Length is 0 ? (21602, "no body")
            : fields["Body"].Length > 1600 ? (21617, "the body is too long")
            : !Uri.TryCreate(callback, UriKind.Absolute, out var url) || url.Host.Contains('_', StringComparison.Ordinal)
                ? (21609, $"the status callback is no address: {callback}")
            : fields.TryGetValue("ValidityPeriod", out var seconds)
                && !(int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var valid) && valid is >= 1 and <= 36000)
                ? (21617, $"validity period {seconds}")
            : (0, "");
    }

    private FakeResponse List(Dictionary<string, string> query)
    {
        if (ListIsDown)
        {
            return new FakeResponse(503);
        }

        var page = int.Parse(query.GetValueOrDefault("Page", "0"), CultureInfo.InvariantCulture);
        var visible = (byNumber.GetValueOrDefault(query.GetValueOrDefault("To", "")) ?? [])
            .Where(message => message.CreatedAt + ListedAfter <= clock.GetCurrentInstant())
            .Reverse()
            .ToList();
        var more = visible.Count > (page + 1) * PageSize;
        var messages = visible.Skip(page * PageSize).Take(PageSize).Select(message => Json(message, "sent"));
        var next = more
            ? $"\"/2010-04-01/Accounts/{AccountSid}/Messages.json?To={Uri.EscapeDataString(query["To"])}&PageSize={PageSize}&Page={page + 1}&PageToken=PASM\""
            : "null";
        return new FakeResponse(200, $"{{\"messages\":[{string.Join(',', messages)}],\"next_page_uri\":{next},\"page\":{page}}}");
    }

    private static IEnumerable<FakeReport> Reports(Uri callback, FakeMessage message)
    {
        for (var step = 0; step < message.Fate.Count; step++)
        {
            // "undelivered:30006" is a status with its code.
            var (status, code) = message.Fate[step].Split(':') is [var word, var number] ? (word, number) : (message.Fate[step], "");
            var fields = new Dictionary<string, string>
            {
                ["MessageSid"] = message.Id,
                ["SmsSid"] = message.Id,
                ["MessageStatus"] = status,
                ["SmsStatus"] = status,
                ["To"] = message.To,
                ["From"] = From,
                ["AccountSid"] = AccountSid,
                ["ApiVersion"] = "2010-04-01",
            };
            if (code.Length > 0)
            {
                fields["ErrorCode"] = code;
            }

            var path = callback.AbsolutePath;
            yield return Signed(new Uri(callback.GetLeftPart(UriPartial.Authority)), path, callback.Query, fields) with
            {
                MessageId = message.Id,
                IsFinal = step == message.Fate.Count - 1,
            };
        }
    }

    private static FakeReport Signed(Uri publicUrl, string path, string query, Dictionary<string, string> fields)
    {
        // Written down here once more, not taken from the code under test.
        var text = publicUrl.AbsoluteUri.TrimEnd('/') + path + query
            + string.Concat(fields.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Key + one.Value));
#pragma warning disable CA5350 // the provider's scheme
        var signature = System.Security.Cryptography.HMACSHA1.HashData(Encoding.UTF8.GetBytes(AuthToken), Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
        return new FakeReport
        {
            Path = path,
            Query = query,
            ContentType = "application/x-www-form-urlencoded; charset=UTF-8",
            Body = Encoding.ASCII.GetBytes(string.Join('&', fields.Select(one =>
                $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value).Replace("%20", "+", StringComparison.Ordinal)}"))),
            Headers = new Dictionary<string, string> { ["X-Twilio-Signature"] = Convert.ToBase64String(signature) },
        };
    }

    protected override FakeResponse Refusal(int status, int code, string what) =>
        new(status, $"{{\"code\":{code},\"message\":{JsonSerializer.Serialize(what)},\"more_info\":\"https://www.twilio.com/docs/errors/{code}\",\"status\":{status}}}");

    private static string Json(FakeMessage message, string status) =>
        $"{{\"sid\":\"{message.Id}\",\"status\":\"{status}\",\"error_code\":null,\"error_message\":null,\"num_segments\":\"1\","
        + $"\"direction\":\"outbound-api\",\"to\":\"{message.To}\",\"from\":\"{From}\",\"body\":{JsonSerializer.Serialize(message.Text)},"
        + $"\"date_created\":\"{message.CreatedAt.ToDateTimeOffset().ToString("r", CultureInfo.InvariantCulture).Replace("GMT", "+0000", StringComparison.Ordinal)}\",\"date_sent\":null}}";

    [GeneratedRegex(@"^\+[1-9]\d{7,14}$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
