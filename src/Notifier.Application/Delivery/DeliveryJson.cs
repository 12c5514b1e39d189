using System.Text.Json.Serialization;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Json;

namespace Notifier.Application.Delivery;

/// <summary>The JSON of queue bodies and rows of this folder: camel case, dates and moments as ISO text, enums by name.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LocalDateConverter), typeof(InstantConverter), typeof(ObligationIdConverter)])]
[JsonSerializable(typeof(NoticeDue))]
[JsonSerializable(typeof(DeliveryEvent))]
[JsonSerializable(typeof(InboundReply))]
[JsonSerializable(typeof(NoticeRow))]
[JsonSerializable(typeof(OpenAttemptRow))]
[JsonSerializable(typeof(ClaimedMessageRow))]
[JsonSerializable(typeof(SenderPaceRow))]
[JsonSerializable(typeof(SuppressionRow))]
[JsonSerializable(typeof(NotedEventRow))]
[JsonSerializable(typeof(WaitingTextRow))]
[JsonSerializable(typeof(WithheldReminderRow))]
public sealed partial class DeliveryJson : JsonSerializerContext;
