using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.CrashChild;

// Writes to the data folder named by the first argument until it is killed, and says on standard output what the store
// has confirmed. The tests kill it at any moment and look at what is there.
await using var store = SqliteStore.Open(
    args[0],
#pragma warning disable RS0030 // the program's entry is where the wall clock comes in
    SystemClock.Instance);
#pragma warning restore RS0030
Console.WriteLine("ready");

var session = args[1];
await Task.WhenAll(
[
    .. Enumerable.Range(0, 6).Select(number => new LedgerWriter(store, $"{session}-{number}").RunAsync()),
    .. Enumerable.Range(0, 3).Select(number => new MessageSender(store, $"{session}-{number}").RunAsync()),
    .. Enumerable.Range(0, 3).Select(_ => new MessageHandler(store).RunAsync()),
]);
