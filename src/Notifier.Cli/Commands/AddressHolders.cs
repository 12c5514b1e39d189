using Notifier.Application.Delivery.Reach;
using Notifier.Application.PlanDates;
using Notifier.Application.Storage;
using Notifier.PlanDates;

namespace Notifier.Cli.Commands;

/// <summary>Whose addresses some hashes stand for, found among the contacts on file; addresses are masked.</summary>
internal sealed class AddressHolders
{
    private readonly Dictionary<string, (string Masked, List<string> Contacts)> found = new(StringComparer.Ordinal);

    public static async Task<AddressHolders> FindAsync(
        IEntityTables tables, string districtId, IEnumerable<SuppressionRow> rows, CancellationToken cancellationToken)
    {
        var wanted = rows.Select(row => row.RowKey).ToHashSet(StringComparer.Ordinal);
        var holders = new AddressHolders();
        await foreach (var student in new StudentFiles(tables).AllAsync(districtId, cancellationToken))
        {
            foreach (var contact in student.Contacts)
            {
                holders.Add(wanted, contact.ContactId, Channel.Sms, contact.Phone);
                holders.Add(wanted, contact.ContactId, Channel.Email, contact.Email);
            }
        }

        var file = await new DistrictFiles(tables).GetAsync(districtId, cancellationToken);
        foreach (var member in file?.Staff ?? [])
        {
            holders.Add(wanted, member.StaffId, Channel.Sms, member.Phone);
            holders.Add(wanted, member.StaffId, Channel.Email, member.Email);
        }

        return holders;
    }

    public (string Masked, string Contacts) Of(string hash) => found.TryGetValue(hash, out var one)
        ? (one.Masked, string.Join(", ", one.Contacts.Take(4)) + (one.Contacts.Count > 4 ? ", ..." : ""))
        : ("", "nobody on file");

    private void Add(HashSet<string> wanted, string contactId, Channel channel, string address)
    {
        if (address.Length == 0 || Suppressions.HashOf(channel, address) is var hash && !wanted.Contains(hash))
        {
            return;
        }

        if (!found.TryGetValue(hash, out var one))
        {
            found.Add(hash, one = (Masked(channel, address), []));
        }

        one.Contacts.Add(contactId);
    }

    // Enough to be recognised by somebody who knows it.
    private static string Masked(Channel channel, string address) => channel == Channel.Sms
        ? $"{address[..Math.Min(2, address.Length)]}***{address[^2..]}"
        : $"{address[..1]}***{address[Math.Max(0, address.IndexOf('@', StringComparison.Ordinal))..]}";
}
