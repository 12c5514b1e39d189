namespace Notifier.Functions.Tests.Bicep;

/// <param name="Kind">What it is.</param>
/// <param name="Value">As written; a text without its quotes.</param>
/// <param name="Line">From 1.</param>
public readonly record struct BicepToken(BicepTokenKind Kind, string Value, int Line)
{
    public bool Is(string value) => Kind is BicepTokenKind.Sign or BicepTokenKind.Name && Value == value;
}
