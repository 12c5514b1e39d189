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

/// <summary>The same row as a later version knows it.</summary>
public sealed record LaterRow : Entity
{
    public required string Text { get; init; }

    public string Words { get; init; } = "";

    public int Weeks { get; init; } = 2;

    public bool IsWanted { get; init; } = true;

    public int? Number { get; init; }
}

[JsonSerializable(typeof(ContractRow))]
[JsonSerializable(typeof(LaterRow))]
[JsonSerializable(typeof(UnfitRow))]
public sealed partial class ContractRows : JsonSerializerContext;
