using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Notifier.Application.Json;

/// <summary>
/// Reads rows and messages that an earlier version may have written: a property it did not know has the value of its
/// initializer. Generated contracts pass every init-only property to the constructor, and would make it null or zero
/// (<see href="https://github.com/dotnet/runtime/issues/58770"/>); they are used to write.
/// </summary>
public static class StoredValue
{
    private static readonly ConcurrentDictionary<JsonSerializerOptions, JsonSerializerOptions> Reading = new();

    /// <exception cref="JsonException">It is not the JSON of such a value.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(json, Contract(type));

    /// <inheritdoc cref="Read{T}(ReadOnlySpan{byte}, JsonTypeInfo{T})"/>
    public static T? Read<T>(string json, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(json, Contract(type));

    private static JsonTypeInfo<T> Contract<T>(JsonTypeInfo<T> type) => (JsonTypeInfo<T>)Reading
        .GetOrAdd(type.Options, ToRead)
        .GetTypeInfo(typeof(T));

    // Generated contracts may write names of an enumeration without a converter that the options know of.
    private static JsonSerializerOptions ToRead(JsonSerializerOptions options) => new(options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter() },
    };
}
