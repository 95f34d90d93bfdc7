using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal.Commands;

namespace Interleaving.NUnit;

/// <summary>
/// Runs an NUnit test under many schedules, in virtual time, instead of once: whatever threads, tasks and timers it
/// starts are under control, and a failure comes with the interleaving that led to it. Each execution makes a new fixture
/// and runs its set-up and tear-down, so that all of them start alike. Needs no build step: the test's assembly is woven
/// in memory when its first such test runs.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InterleavedAttribute : Attribute, IWrapSetUpTearDown
{
    /// <summary>Executions to try, 1 or more; 0 for the run's default (200, or the variable INTERLEAVING_SCHEDULES).</summary>
    public int Schedules { get; init; }

    /// <summary>Seed of every random choice; 0 for the run's default (1, or the variable INTERLEAVING_SEED).</summary>
    public int Seed { get; init; }

    /// <summary>How schedules are chosen; several ways in turn unless given.</summary>
    public Strategy Strategy { get; init; }

    /// <summary>The most preemptions that <see cref="Strategy.BoundedSearch"/> tries; −1 for no bound.</summary>
    public int Preemptions { get; init; } = -1;

    /// <summary>The depth of the bugs that <see cref="Strategy.Pct"/> looks for, 1 or more; 0 for the engine's default.</summary>
    public int Depth { get; init; }

    /// <summary>The field or type of locks that <see cref="Strategy.Surw"/> takes an interest in; null for each in turn.</summary>
    public string? Interest { get; init; }

    /// <summary>Choices after which an execution is stopped, as a livelock or as one that did not end; 0 for the engine's default.</summary>
    public int MaxSteps { get; init; }

    /// <summary>What <see cref="Environment.ProcessorCount"/> says to the test, 1 or more; 0 for the engine's default.</summary>
    public int Cores { get; init; }

    /// <summary>Whether two accesses that nothing orders fail the test, even when no assertion does. True by default.</summary>
    public bool DataRaces { get; init; } = true;

    /// <summary>One schedule out of a failure's message, to see that interleaving again; null to search.</summary>
    public string? Schedule { get; init; }

    TestCommand ICommandWrapper.Wrap(TestCommand command) => new InterleavedCommand(command, this);
}
