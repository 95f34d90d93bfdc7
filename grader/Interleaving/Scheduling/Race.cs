namespace Interleaving.Scheduling;

/// <summary>Two accesses that nothing orders.</summary>
/// <param name="First">Who came first, where, and whether it wrote.</param>
/// <param name="Second">The access that completed the race.</param>
/// <param name="Rule">Why the memory model does not help here, if there is more to say.</param>
internal sealed record Race(RacingAccess First, RacingAccess Second, RaceRule Rule = RaceRule.None)
{
    /// <summary>Where the second had read the location before, of <see cref="RaceRule.ReadTwice"/>.</summary>
    public int Earlier { get; init; } = -1;

    /// <summary>What tells a race from others.</summary>
    public object Identity => (First.Site, First.Write, Second.Site, Second.Write);
}

/// <summary>One side of a race.</summary>
/// <param name="Operation">Whose.</param>
/// <param name="Site">Where in the source.</param>
/// <param name="Write">Whether it wrote.</param>
internal sealed record RacingAccess(Operation Operation, int Site, bool Write);
