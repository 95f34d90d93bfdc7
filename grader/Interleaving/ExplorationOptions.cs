namespace Interleaving;

/// <summary>How far to search. The same options give the same schedules on every machine.</summary>
public sealed record ExplorationOptions
{
    /// <summary>Schedules to try, 1 or more; fewer are tried when there are no more.</summary>
    public int Schedules { get; init; } = 200;

    /// <summary>Seed of every random choice.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Choices in one execution after which the program counts as going round in circles, 1 or more.</summary>
    public int MaxSteps { get; init; } = 200_000;

    /// <summary>What <see cref="Environment.ProcessorCount"/> says to the program, 1 or more.</summary>
    public int Cores { get; init; } = 4;

    /// <summary>Whether two accesses that nothing orders are a failure by themselves.</summary>
    public bool DataRaces { get; init; } = true;

    /// <summary>A schedule out of an earlier <see cref="Exploration.Schedule"/>: only this one is run; null to search.</summary>
    public string? Schedule { get; init; }
}
