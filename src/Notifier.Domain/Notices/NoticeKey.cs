using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>
/// The natural key of a notice: the same inputs always give the same key, so a second run finds the first one's notice.
/// </summary>
public sealed record NoticeKey
{
    public required string DistrictId { get; init; }

    public required string PlanId { get; init; }

    public required ObligationId Obligation { get; init; }

    public string Part { get; init; } = "";

    public required LocalDate DueOn { get; init; }

    public required string StepId { get; init; }

    public required string RecipientId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>A short id of this key: letters and digits only, safe in keys, addresses and file names.</summary>
    public string NoticeId
    {
        get
        {
            string[] parts =
            [
                DistrictId, PlanId, Obligation.Value, Part, LocalDatePattern.Iso.Format(DueOn), StepId, RecipientId,
                Channel.ToString(),
            ];
            // The length in front of each part keeps "a|b" + "c" and "a" + "b|c" apart.
            var text = string.Concat(parts.Select(part => $"{part.Length}:{part}"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
        }
    }
}
