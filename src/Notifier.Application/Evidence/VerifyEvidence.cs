using Notifier.Evidence;

namespace Notifier.Application.Evidence;

/// <summary>Walks a student's hash chain and says whether anything was changed, left out or put in between.</summary>
public sealed class VerifyEvidence(EvidenceLedger ledger)
{
    public async Task<EvidenceCheck> RunAsync(
        string districtId, string studentId, CancellationToken cancellationToken)
    {
        // The head first: entries appended meanwhile lie beyond it and are checked next time.
        var head = await ledger.HeadAsync(districtId, studentId, cancellationToken);
        var (count, hash) = (0, EvidenceChain.Start);
        await foreach (var row in ledger.ReadAsync(districtId, studentId, cancellationToken))
        {
            if (count == head.Sequence)
            {
                break;
            }

            count++;
            if (Problem(row, count, hash) is { } problem)
            {
                return new EvidenceCheck(count, problem);
            }

            hash = row.Hash;
        }

        return count == head.Sequence && hash == head.Hash
            ? new EvidenceCheck(count, null)
            : new EvidenceCheck(
                count, $"The evidence ends at entry {count}, but {head.Sequence} entries were appended.");
    }

    private static string? Problem(EvidenceRow row, int expected, string previousHash)
    {
        if (row.Sequence != expected)
        {
            return $"Entry {expected} is missing: entry {row.Sequence} stands in its place.";
        }

        return row.PreviousHash == previousHash
            && row.Hash == EvidenceChain.Hash(previousHash, expected, row.ToEntry())
            ? null
            : $"Entry {expected} was changed after it was appended: its hash does not fit its content.";
    }
}
