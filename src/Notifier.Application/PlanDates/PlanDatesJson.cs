using System.Text.Json.Serialization;

namespace Notifier.Application.PlanDates;

/// <summary>How the files of students and districts, their rows and the changes are written.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(LocalDateJson), typeof(LocalTimeJson), typeof(AnnualDateJson), typeof(DateTimeZoneJson),
        typeof(ObligationIdJson), typeof(PlanDateJson),
    ])]
[JsonSerializable(typeof(StoredStudent))]
[JsonSerializable(typeof(DistrictFile))]
[JsonSerializable(typeof(PlanChange))]
[JsonSerializable(typeof(StudentRow))]
[JsonSerializable(typeof(StudentHeader))]
[JsonSerializable(typeof(DistrictHead))]
[JsonSerializable(typeof(DistrictBody))]
internal sealed partial class PlanDatesJson : JsonSerializerContext;
