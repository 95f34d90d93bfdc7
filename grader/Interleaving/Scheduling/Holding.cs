namespace Interleaving.Scheduling;

/// <summary>What an operation holds, in words ("the lock on Account #1"), and where it took it.</summary>
/// <param name="What">Reads after "holds".</param>
/// <param name="Site">The call that took it; below 0 when that is not known.</param>
internal sealed record Holding(string What, int Site);
