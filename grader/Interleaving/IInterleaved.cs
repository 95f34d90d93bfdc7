namespace Interleaving;

/// <summary>How the test below an <c>[Interleaved]</c> is explored, whatever its test framework.</summary>
public interface IInterleaved
{
    /// <summary>
    /// Executions to try, 1 or more; 0 for the run's default (200). The environment variable INTERLEAVING_SCHEDULES takes the place
    /// of the default, and of any lower number.
    /// </summary>
    int Schedules { get; }

    /// <summary>Seed of every random choice; 0 for the run's default (1, or the variable INTERLEAVING_SEED).</summary>
    int Seed { get; }

    /// <summary>How schedules are chosen; several ways in turn unless given.</summary>
    Strategy Strategy { get; }

    /// <summary>The most preemptions that <see cref="Strategy.BoundedSearch"/> tries; −1 for no bound.</summary>
    int Preemptions { get; }

    /// <summary>The depth of the bugs that <see cref="Strategy.Pct"/> looks for, 1 or more; 0 for the engine's default.</summary>
    int Depth { get; }

    /// <summary>The field or type of locks that <see cref="Strategy.Surw"/> takes an interest in; null for each in turn.</summary>
    string? Interest { get; }

    /// <summary>Choices after which an execution is stopped, as a livelock or as one that did not end; 0 for the engine's default.</summary>
    int MaxSteps { get; }

    /// <summary>What <see cref="Environment.ProcessorCount"/> says to the test, 1 or more; 0 for the engine's default.</summary>
    int Cores { get; }

    /// <summary>Whether two accesses that nothing orders fail the test, even when no assertion does. True by default.</summary>
    bool DataRaces { get; }

    /// <summary>One schedule out of a failure's message, to see that interleaving again; null to search.</summary>
    string? Schedule { get; }
}
