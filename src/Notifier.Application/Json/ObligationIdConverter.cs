using System.Text.Json;
using System.Text.Json.Serialization;
using Notifier.Law;

namespace Notifier.Application.Json;

/// <summary>An obligation as its id, <c>initial-evaluation</c>.</summary>
public sealed class ObligationIdConverter : JsonConverter<ObligationId>
{
    public override ObligationId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("An obligation is missing: write its id, for example annual-review."));

    public override void Write(Utf8JsonWriter writer, ObligationId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
