using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Notifier.Law;

namespace Notifier.Application.PlanDates;

/// <summary>A value that JSON keeps as its text.</summary>
internal abstract class TextJson<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        read(reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} is missing."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(write(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        read(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(write(value));
}

internal sealed class LocalDateJson()
    : TextJson<LocalDate>(LocalDatePattern.Iso.Format, text => LocalDatePattern.Iso.Parse(text).Value);

internal sealed class LocalTimeJson()
    : TextJson<LocalTime>(LocalTimePattern.ExtendedIso.Format, text => LocalTimePattern.ExtendedIso.Parse(text).Value);

internal sealed class AnnualDateJson()
    : TextJson<AnnualDate>(AnnualDatePattern.Iso.Format, text => AnnualDatePattern.Iso.Parse(text).Value);

internal sealed class DateTimeZoneJson()
    : TextJson<DateTimeZone>(zone => zone.Id, id => DateTimeZoneProviders.Tzdb[id]);

internal sealed class ObligationIdJson()
    : TextJson<ObligationId>(id => id.Value, text => new ObligationId(text));
