using System.Text.Json.Serialization;
using Notifier.Application.Json;

namespace Notifier.Application.DueDates;

/// <summary>The JSON of schedules.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(LocalDateConverter), typeof(ObligationIdConverter)])]
[JsonSerializable(typeof(StudentSchedule))]
public sealed partial class DueDateJson : JsonSerializerContext;
