namespace Interleaving.Scheduling;

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

    /// <summary>Whether <see cref="Delays"/> may say yes to a store that nothing is known of: a schedule names it.</summary>
    bool FollowsDelays => false;

    /// <summary>Prepares the next execution; false when there is none left to try. Called before each one.</summary>
    bool Begin();

    /// <summary>
    /// Picks one of <paramref name="enabled"/> (at least two, in order of id). <paramref name="previous"/> ran last; it may
    /// go on without a switch when it is enabled. The list is the scheduler's own: do not keep it.
    /// </summary>
    Operation Next(Operation previous, IReadOnlyList<Operation> enabled);

    /// <summary>
    /// Whether the store that <paramref name="previous"/> makes now is seen by others later, from its store buffer
    /// (<see cref="StoreBuffer"/>). By default it is not: nobody can tell that from another order of steps.
    /// </summary>
    /// <param name="previous">Who stores.</param>
    /// <param name="worthwhile">Whether it may make a difference, as far as is known.</param>
    bool Delays(Operation previous, bool worthwhile) => false;

    /// <summary>
    /// Whether others run between the last thing that <paramref name="previous"/> did and the moment at which its task, its thread or
    /// a Lazy says that it has ended. By default they do not: it makes a difference only to those who ask without waiting.
    /// </summary>
    /// <param name="previous">Who has come to the end.</param>
    /// <param name="worthwhile">Whether anybody is known to ask.</param>
    bool EndsLate(Operation previous, bool worthwhile) => Delays(previous, worthwhile);

    /// <summary>Whether the program is cancelled now (see <see cref="Cancellation"/>): asked at each yield point until it is.</summary>
    /// <param name="previous">Who comes to the yield point, has to wait or has ended.</param>
    /// <param name="cancellation">The operation that cancels.</param>
    /// <param name="drawn">What to say where the strategy has no way of its own to choose.</param>
    bool Cancels(Operation previous, Operation cancellation, bool drawn = false) => drawn;

    /// <summary>The execution is over. Strategies that learn from one execution for the next do it here.</summary>
    void Finished(Execution execution)
    {
    }
}
