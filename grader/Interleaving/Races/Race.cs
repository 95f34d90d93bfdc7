namespace Interleaving.Races;

/// <summary>Two accesses that nothing orders.</summary>
/// <param name="First">Who came first, where, and whether it wrote.</param>
/// <param name="Second">The access that completed the race.</param>
internal sealed record Race(RacingAccess First, RacingAccess Second);

/// <summary>One side of a race.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="Site">Where in the source.</param>
/// <param name="Write">Whether it wrote.</param>
internal sealed record RacingAccess(string Operation, int Site, bool Write);
