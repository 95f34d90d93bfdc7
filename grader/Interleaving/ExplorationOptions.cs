namespace Interleaving;

/// <summary>How far to search. The same options give the same schedules on every machine.</summary>
public sealed record ExplorationOptions
{
    /// <summary>
    /// Schedules to try, 1 or more. Fewer are tried when there are no more. <see cref="Strategy.Portfolio"/> tries up to five times
    /// as many while executions are short and the next one is likely to show its operations in an order that none has shown yet.
    /// Unless given, as the environment variable INTERLEAVING_SCHEDULES says, or 200.
    /// </summary>
    public int Schedules { get; init; } = RunVariables.Schedules ?? 200;

    /// <summary>Seed of every random choice. Unless given, as the environment variable INTERLEAVING_SEED says, or 1.</summary>
    public int Seed { get; init; } = RunVariables.Seed ?? 1;

    /// <summary>How schedules are chosen.</summary>
    public Strategy Strategy { get; init; }

    /// <summary>
    /// The most preemptions that <see cref="Strategy.BoundedSearch"/> tries, 0 or more; null for no bound. Where one pauses
    /// (<see cref="Thread.Yield"/>, <c>Thread.Sleep(0)</c>), to choose another than the next in line counts as one.
    /// </summary>
    public int? Preemptions { get; init; }

    /// <summary>How many ordering constraints a bug may need that <see cref="Strategy.Pct"/> looks for, 1 or more.</summary>
    public int Depth { get; init; } = 3;

    /// <summary>
    /// What <see cref="Strategy.Surw"/> takes an interest in: the name of a field or variable, or the type of the objects that
    /// are locked. Null for each shared location in turn, which is also what happens when the program has nothing of that name.
    /// </summary>
    public string? Interest { get; init; }

    /// <summary>
    /// Choices in one execution after which it is stopped, 1 or more: as a livelock when it goes round without getting
    /// anywhere, else as one that did not end (<see cref="FailureKind.StepLimit"/>).
    /// </summary>
    public int MaxSteps { get; init; } = 200_000;

    /// <summary>What <see cref="Environment.ProcessorCount"/> says to the program, 1 or more.</summary>
    public int Cores { get; init; } = 4;

    /// <summary>
    /// Whether two accesses that nothing orders are a failure by themselves. If not, two calls at the same time on an object that is
    /// not made for several threads (a <see cref="List{T}"/>, a <see cref="Dictionary{TKey, TValue}"/>) still are one, since nobody
    /// can say what becomes of the object.
    /// </summary>
    public bool DataRaces { get; init; } = true;

    /// <summary>Whether failures tell no values and nothing that exceptions say, for a host whose tests are hidden.</summary>
    internal bool Discreet { get; init; }

    /// <inheritdoc cref="Exploring.RunDefaults.Program"/>
    internal object? Program { get; init; }

    /// <summary>Whether a test that ends itself as passed, skipped or inconclusive fails, for a host that has no such tests.</summary>
    internal bool Strict { get; init; }

    /// <summary>Virtual time that an execution may take; null for no limit.</summary>
    internal TimeSpan? TimeLimit { get; init; }

    /// <summary>Of the test that explores; null when there is none that the engine knows.</summary>
    internal TestFramework? Framework { get; init; }

    /// <summary>A schedule out of an earlier <see cref="Exploration.Schedule"/>: only this one is run; null to search.</summary>
    public string? Schedule { get; init; }
}
