using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>Decides who runs next, wherever there is a choice. It must be fair to <see cref="StepKind.Pause"/> only in so far
/// as it asks nothing of an operation that is not in <c>enabled</c>: one that pauses is left out of that choice.</summary>
internal interface IStrategy
{
    /// <summary>What a report calls it: "random walk", "PCT(3)".</summary>
    string Name { get; }

    /// <summary>What has been tried without exception so far ("complete within 2 preemptions: 348 schedules"); null when nothing has.</summary>
    string? Completed => null;

    /// <summary>Whether to ask <see cref="Next"/> when a single operation can run, too: who simulates or counts must know of it.</summary>
    bool SeesAll => false;

    /// <summary>Prepares the next execution; false when there is none left to try. Called before each one.</summary>
    bool Begin();

    /// <summary>
    /// Picks one of <paramref name="enabled"/> (at least two, in order of id). <paramref name="previous"/> ran last; it may
    /// go on without a switch when it is enabled. The list is the scheduler's own: do not keep it.
    /// </summary>
    Operation Next(Operation previous, IReadOnlyList<Operation> enabled);

    /// <summary>The execution is over. Strategies that learn from one execution for the next do it here.</summary>
    void Finished(Execution execution)
    {
    }
}
