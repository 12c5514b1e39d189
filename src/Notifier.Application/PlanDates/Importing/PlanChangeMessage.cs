using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Notifier.Application.Queues;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>A plan change as a message whose id is the same whenever the same change is sent again.</summary>
internal static class PlanChangeMessage
{
    /// <param name="change">The change.</param>
    /// <param name="rowImport">The import that wrote the student's row.</param>
    /// <param name="refreshImport">The import that changed the calendar or the settings; 0: none did.</param>
    public static QueueMessage Of(PlanChange change, int rowImport, int refreshImport)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{change.DistrictId.Length}:{change.DistrictId}{change.StudentId.Length}:{change.StudentId}{rowImport},{refreshImport}");
        return new QueueMessage
        {
            MessageId = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)),
            Body = change.ToBody(),
        };
    }
}
