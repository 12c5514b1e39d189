namespace Notifier.Application.PlanDates.Importing;

/// <summary>One student in the folder and in the store; either may be missing.</summary>
internal readonly record struct StudentPair(ReadStudent? Read, StudentRow? Stored)
{
    public string StudentId => Read?.StudentId ?? Stored!.StudentId;
}
