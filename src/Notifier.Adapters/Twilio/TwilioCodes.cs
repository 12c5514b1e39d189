namespace Notifier.Adapters.Twilio;

/// <summary>
/// The provider's error codes that mean something for what is done next. One that is not here is treated by its HTTP
/// status, or, in a report, as a text that did not arrive; and it is logged.
/// </summary>
/// <remarks>Source: the provider's error dictionary, https://www.twilio.com/docs/api/errors.</remarks>
internal static class TwilioCodes
{
    /// <summary>In answers to a request to send. The HTTP status stands for those without a code.</summary>
    public static IReadOnlyList<TwilioCode> Answers { get; } =
    [
        new(400, "refused", TwilioClass.Never),
        new(401, "sign-in refused", TwilioClass.MendAccount),
        new(403, "not permitted", TwilioClass.MendAccount),
        new(404, "no such account", TwilioClass.MendAccount),
        // Whether a gateway that gave up waiting had handed it on is not known.
        new(408, "time-out at the provider", TwilioClass.Unknown),
        new(429, "too many requests", TwilioClass.TryAgain),
        new(20003, "sign-in refused", TwilioClass.MendAccount),
        new(20404, "no such account", TwilioClass.MendAccount),
        new(20429, "too many requests", TwilioClass.TryAgain),
        new(21211, "not a phone number", TwilioClass.NeverThisNumber),
        new(21408, "texts to this region are not enabled", TwilioClass.NeverMendAccount),
        new(21606, "the sender cannot send texts", TwilioClass.MendAccount),
        new(21610, "the recipient opted out", TwilioClass.NeverThisNumber),
        new(21611, "the sender's queue is full", TwilioClass.TryAgain),
        new(21614, "not a mobile number", TwilioClass.NeverThisNumber),
        new(21617, "the text is too long", TwilioClass.Never),
        new(21635, "the number takes no texts", TwilioClass.NeverThisNumber),
        new(21703, "the messaging service has no sender", TwilioClass.MendAccount),
    ];

    /// <summary>In reports about a text the provider had taken. All of them mean that it did not arrive.</summary>
    public static IReadOnlyList<TwilioCode> Reports { get; } =
    [
        new(21610, "the recipient opted out", TwilioClass.NeverThisNumber),
        new(30001, "the provider's queue was full", TwilioClass.TryAgain),
        new(30002, "the account is suspended", TwilioClass.MendAccount),
        new(30003, "the phone could not be reached", TwilioClass.TryAgain),
        new(30004, "the recipient blocks these texts", TwilioClass.NeverThisNumber),
        new(30005, "unknown number", TwilioClass.NeverThisNumber),
        new(30006, "a landline, or a carrier that takes no texts", TwilioClass.NeverThisNumber),
        new(30007, "filtered by the carrier", TwilioClass.Never),
        new(30008, "unknown error at the carrier", TwilioClass.TryAgain),
        new(30034, "the sender is not registered", TwilioClass.NeverMendAccount),
        new(30036, "not delivered before the end of the allowed hours", TwilioClass.Never),
        new(30500, "temporary failure at the provider", TwilioClass.TryAgain),
    ];

    public static TwilioCode? Answer(int code) => Answers.FirstOrDefault(one => one.Code == code);

    public static TwilioCode? Report(int code) => Reports.FirstOrDefault(one => one.Code == code);
}
