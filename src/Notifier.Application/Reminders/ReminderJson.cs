using System.Text.Json.Serialization;
using Notifier.Application.Json;

namespace Notifier.Application.Reminders;

/// <summary>The JSON of the agenda's rows.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LocalDateConverter), typeof(ObligationIdConverter)])]
[JsonSerializable(typeof(AgendaRow))]
[JsonSerializable(typeof(AgendaShard))]
[JsonSerializable(typeof(AuditProgressRow))]
[JsonSerializable(typeof(RunProgressRow))]
[JsonSerializable(typeof(ShardProgressRow))]
public sealed partial class ReminderJson : JsonSerializerContext;
