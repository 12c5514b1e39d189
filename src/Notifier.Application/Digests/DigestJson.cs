using System.Text.Json.Serialization;
using Notifier.Application.Json;

namespace Notifier.Application.Digests;

/// <summary>The JSON of the rows behind the digests.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LocalDateConverter), typeof(InstantConverter)])]
[JsonSerializable(typeof(StaffDutyRow))]
[JsonSerializable(typeof(CaseManagerRow))]
[JsonSerializable(typeof(DigestProgressRow))]
[JsonSerializable(typeof(AcknowledgedRow))]
public sealed partial class DigestJson : JsonSerializerContext;
