using System.Text.Json.Serialization;
using Notifier.Application.Json;

namespace Notifier.Application.Evidence;

/// <summary>The JSON of the evidence rows.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(EvidenceRow))]
[JsonSerializable(typeof(EvidenceHeadRow))]
public sealed partial class EvidenceJson : JsonSerializerContext;
