using Notifier.PlanDates;

namespace Notifier.Application.Evidence;

/// <summary>Whom an id stands for by today's files.</summary>
/// <param name="Id">The contact's or staff member's.</param>
/// <param name="Name">As the district writes it.</param>
/// <param name="Role">What this person is to the student or in the district; may be empty.</param>
/// <param name="Email">Empty: none on file.</param>
/// <param name="Phone">E.164; empty: none on file.</param>
public sealed record PersonOnFile(string Id, string Name, string Role, string Email, string Phone)
{
    public string Address(Channel channel) => channel == Channel.Sms ? Phone : Email;

    /// <summary>For example <c>Rosa Flores (mother, C1)</c>.</summary>
    public override string ToString() => Role.Length == 0 ? $"{Name} ({Id})" : $"{Name} ({Role}, {Id})";
}
