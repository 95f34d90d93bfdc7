using Interleaving.Scheduling;

namespace Interleaving.Counterexamples;

/// <summary>One thing that an operation did.</summary>
/// <param name="Operation">Who.</param>
/// <param name="Site">Where (the weaver's number); -1 when unknown.</param>
/// <param name="Step">The operation's own step count at the time.</param>
/// <param name="Now">Virtual time in ticks.</param>
/// <param name="Text">What, in words; null for a memory access.</param>
/// <param name="Write">Whether the memory access wrote.</param>
/// <param name="Value">The value read or written.</param>
internal sealed record Event(
    Operation Operation, int Site, int Step, long Now, string? Text, bool Write, object? Value);
