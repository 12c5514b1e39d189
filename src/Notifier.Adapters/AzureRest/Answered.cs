namespace Notifier.Adapters.AzureRest;

/// <param name="Value">What the answer says.</param>
/// <param name="AfterLostAnswer">An earlier attempt went without an answer: it may have been carried out.</param>
internal readonly record struct Answered<T>(T Value, bool AfterLostAnswer);
