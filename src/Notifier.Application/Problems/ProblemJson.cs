using System.Text.Json.Serialization;
using Notifier.Application.Json;

namespace Notifier.Application.Problems;

/// <summary>The JSON of the problem rows.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(ProblemRow))]
public sealed partial class ProblemJson : JsonSerializerContext;
