namespace Interleaving.Scheduling;

/// <summary>What <see cref="Liveness"/> knows of the loops of one operation.</summary>
internal struct LoopState
{
    /// <summary>Rounds of loops that carry nothing from one to the next, and so may do nothing but wait.</summary>
    public int Waits;

    /// <summary>What <see cref="Waits"/> was when it last started another operation, or posted the rest of a method.</summary>
    public int WaitsAtStart;

    /// <summary>What it was when others were last let go first, since this operation had had the turn for very long.</summary>
    public int WaitsAtStreak;

    /// <summary>Rounds of a loop that does nothing but wait, and gives its thread back in each, up to this operation.</summary>
    public int Spins;

    /// <summary>Whether it was started in the middle of a round.</summary>
    public bool IsBetween;

    /// <summary>Its place in the queue of those that wait for a turn while they are watched; who began before that has 0.</summary>
    public int Queued;

    public readonly bool IsSpinning => Spins > Liveness.RoundsBeforeSpinning;

    /// <summary>
    /// The operation is about to start another, or to post the rest of a method: how many rounds came to this so far. A round
    /// may take two operations, a task and what comes after it, but not more.
    /// </summary>
    public int NextRound(bool goesOn)
    {
        if (Waits != WaitsAtStart)
        {
            (WaitsAtStart, IsBetween) = (Waits, false);
            return ++Spins;
        }

        if (!goesOn)
            return 0;
        if (IsBetween)
            return Spins = 0;
        IsBetween = true;
        return Spins;
    }

    /// <summary>The rest of a method, posted in this round, runs on an operation of the program's choice: the count goes on there.</summary>
    public void GoOn(int round, bool between) => (Spins, IsBetween, Waits, WaitsAtStart) = (round, between, 0, 0);
}
