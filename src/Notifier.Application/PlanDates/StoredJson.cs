using System.Text.Encodings.Web;
using System.Text.Json;

namespace Notifier.Application.PlanDates;

/// <summary>Letters of other languages and quotes stay as short as JSON allows: none of this is put into a page.</summary>
internal static class StoredJson
{
    public static PlanDatesJson Compact { get; } = new(new JsonSerializerOptions(PlanDatesJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
