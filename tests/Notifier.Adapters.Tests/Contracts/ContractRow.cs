using System.Text.Json.Serialization;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Tests.Contracts;

public sealed record ContractRow : Entity
{
    public required string Text { get; init; }

    public int Number { get; init; }

    public bool Flag { get; init; }

    public string? Note { get; init; }
}

/// <summary>A row with things no store takes.</summary>
public sealed record UnfitRow : Entity
{
    public double Fraction { get; init; }
}

[JsonSerializable(typeof(ContractRow))]
[JsonSerializable(typeof(UnfitRow))]
public sealed partial class ContractRows : JsonSerializerContext;
