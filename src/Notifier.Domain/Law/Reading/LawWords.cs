using System.Text.Json;

namespace Notifier.Law.Reading;

/// <summary>The words of enumerations as files write them: camel case, and <c>504</c> for a Section 504 plan.</summary>
internal static class LawWords
{
    public static string Of<T>(T value) where T : struct, Enum => value is PlanKind.Section504
        ? "504"
        : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
