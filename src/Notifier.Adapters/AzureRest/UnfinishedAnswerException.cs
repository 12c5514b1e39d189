namespace Notifier.Adapters.AzureRest;

/// <summary>
/// The answer broke off, or says inside that the server was busy: what was asked may or may not have been done.
/// </summary>
internal sealed class UnfinishedAnswerException(string problem, Exception? cause = null) : Exception(problem, cause);
