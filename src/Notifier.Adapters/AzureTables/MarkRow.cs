using System.Text.Json.Serialization;
using Notifier.Application.Storage;

namespace Notifier.Adapters.AzureTables;

/// <summary>A row of which only the keys and the marks of its writes are read.</summary>
internal sealed record MarkRow : Entity;

[JsonSerializable(typeof(MarkRow))]
internal sealed partial class MarkRows : JsonSerializerContext;
