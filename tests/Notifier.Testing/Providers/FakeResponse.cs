namespace Notifier.Testing.Providers;

/// <summary>What a fake provider answers.</summary>
public sealed record FakeResponse(int Status, string Body = "")
{
    public string ContentType { get; init; } = "application/json";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
