using System.Text.Json.Serialization;
using Notifier.Application.Json;

namespace Notifier.Application.Delivery.Replies;

/// <summary>The JSON of the rows of this folder.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(LocalDateConverter), typeof(InstantConverter)])]
[JsonSerializable(typeof(NumberRow))]
[JsonSerializable(typeof(IntroductionRow))]
[JsonSerializable(typeof(ReplyRow))]
public sealed partial class ReplyJson : JsonSerializerContext;
