using NodaTime;
using Notifier.Application.Reminders;
using Notifier.Testing;

namespace Notifier.Application.Tests.Flow;

public sealed class AgendaRowsTests
{
    private static readonly AgendaPlace Place = new(new LocalDate(2026, 10, 14), "r1");

    private readonly Agenda agenda = new(new InMemoryTables(), new AgendaSettings());

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public async Task A_refresh_removes_its_own_rows_and_older_ones_and_none_of_a_newer_refresh(int revision, bool stays)
    {
        // A refresh held up, or cut off behind this, does not come back to put right what it took from a newer one.
        await agenda.WriteAsync("oak-hill", "S1", [new AgendaEntry(Place, null)], revision: 2, CancellationToken.None);

        await agenda.RemoveAsync("oak-hill", "S1", Place, revision, CancellationToken.None);

        Assert.Equal(stays, await agenda.FindAsync("oak-hill", "S1", Place, CancellationToken.None) is not null);
    }
}
