namespace Notifier.Application.Delivery;

/// <summary>Others kept writing to the student's ledger; the message is delivered again and then succeeds.</summary>
public sealed class LedgerBusyException(string districtId, string studentId)
    : Exception($"The ledger of student {studentId} of district {districtId} was written by others each time it was tried.");
