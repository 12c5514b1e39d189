namespace Notifier.Application.Delivery;

/// <summary>
/// Looks at a message's notices and does one thing about them, again and again, until nothing is left to do. Each pass reads
/// anew, because what it writes is refused when anybody wrote to the student's ledger since.
/// </summary>
internal static class LedgerPasses
{
    /// <param name="due">The message.</param>
    /// <param name="most">More than this many passes are never needed for what is to be done.</param>
    /// <param name="pass">True when nothing more is to be done.</param>
    /// <exception cref="LedgerBusyException">Others were faster each time.</exception>
    public static async Task RunAsync(NoticeDue due, int most, Func<Task<bool>> pass)
    {
        for (var number = 0; number < most; number++)
        {
            if (await pass())
            {
                return;
            }
        }

        throw new LedgerBusyException(due.DistrictId, due.StudentId);
    }
}
