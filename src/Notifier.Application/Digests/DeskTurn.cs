using Notifier.Notices;

namespace Notifier.Application.Digests;

/// <summary>What comes next for an overview or a summary of one desk.</summary>
/// <param name="Recipient">Whom to send it to; null: nobody, now.</param>
/// <param name="IsDone">Nothing more is to be done for the message; false: look again, or send.</param>
public readonly record struct DeskTurn(Recipient? Recipient, bool IsDone);
