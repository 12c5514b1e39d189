using System.Runtime.CompilerServices;
using Notifier.Application.Storage;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>Walks the folder and the store side by side, both in the order of their keys, so neither is held in memory.</summary>
internal static class StudentPairs
{
    /// <exception cref="InvalidOperationException">The folder's students come in another order.</exception>
    public static async IAsyncEnumerable<StudentPair> WalkAsync(
        IAsyncEnumerable<ReadStudent> read, IAsyncEnumerable<StudentRow> stored, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var students = read.GetAsyncEnumerator(cancellationToken);
        await using var rows = stored.GetAsyncEnumerator(cancellationToken);
        var lastKey = "";
        var anyStudent = await students.MoveNextAsync();
        var anyRow = await rows.MoveNextAsync();
        while (anyStudent || anyRow)
        {
            var order = !anyStudent ? 1 : !anyRow ? -1 : string.CompareOrdinal(KeyOf(students.Current.StudentId), KeyOf(rows.Current.StudentId));
            var pair = new StudentPair(order <= 0 ? students.Current : null, order >= 0 ? rows.Current : null);
            var key = KeyOf(pair.StudentId);
            if (string.CompareOrdinal(lastKey, key) >= 0)
            {
                throw new InvalidOperationException("Students must come in the order of their keys, each once.");
            }

            lastKey = key;
            yield return pair;
            anyStudent = order <= 0 ? await students.MoveNextAsync() : anyStudent;
            anyRow = order >= 0 ? await rows.MoveNextAsync() : anyRow;
        }
    }

    private static string KeyOf(string studentId) => StoreKey.Of(studentId);
}
