using Notifier.Notices;

namespace Notifier.Application.Notices;

/// <summary>What a text that answers a reply may say: who writes and whom to call.</summary>
internal static class AnswerWords
{
    public static NoticeWords Of(AnswerFacts facts)
    {
        var policies = facts.District.Policies;
        var call = policies switch
        {
            { OfficePhone.Length: > 0 } => SpokenNumber.Of(policies.OfficePhone),
            // An answer without anyone to call is better than none.
            _ => policies.ContactEmail,
        };
        return new NoticeWords().With("District", facts.District.Name).WithOptional("Call", call);
    }
}
