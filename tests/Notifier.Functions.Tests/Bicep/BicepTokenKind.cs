namespace Notifier.Functions.Tests.Bicep;

public enum BicepTokenKind
{
    Name,
    Text,
    Number,
    Sign,
    LineEnd,
}
