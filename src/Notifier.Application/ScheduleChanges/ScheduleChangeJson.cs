using System.Text.Json.Serialization;

namespace Notifier.Application.ScheduleChanges;

/// <summary>The JSON of the rows of this folder.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScheduleChangeRow))]
[JsonSerializable(typeof(ChangedDayRow))]
[JsonSerializable(typeof(ConcernedStudentRow))]
[JsonSerializable(typeof(StudentNameRow))]
[JsonSerializable(typeof(ChangeShard))]
public sealed partial class ScheduleChangeJson : JsonSerializerContext;
