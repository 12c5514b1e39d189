using System.Globalization;

namespace Notifier.Adapters.Sqlite;

/// <summary>Identifies one delivery of one message: no two deliveries, of any opening of the store, share a token.</summary>
internal readonly record struct LockToken(long Sequence, long Session, int Delivery)
{
    public static LockToken Parse(string text)
    {
        var parts = text.Split('.');
        return new LockToken(
            long.Parse(parts[0], CultureInfo.InvariantCulture),
            long.Parse(parts[1], CultureInfo.InvariantCulture),
            int.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}.{Session}.{Delivery}");
}
