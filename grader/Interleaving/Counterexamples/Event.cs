using Interleaving.Scheduling;

namespace Interleaving.Counterexamples;

/// <summary>One thing that an operation did.</summary>
/// <param name="Operation">Who.</param>
/// <param name="Strand">On behalf of which strand: the operation's own or an async method's.</param>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Site">Where (the weaver's number); -1 when unknown.</param>
/// <param name="Now">Virtual time in ticks.</param>
/// <param name="Text">What, in words; for an access to memory, the value read or written.</param>
/// <param name="IsReference">Whether the value of an access is an object, shown by its type alone.</param>
/// <param name="Preempts">Whether the scheduler took the turn from somebody who could have gone on.</param>
internal sealed record Event(
    Operation Operation,
    Strand Strand,
    EventKind Kind,
    int Site,
    long Now,
    string Text,
    bool IsReference = false,
    bool Preempts = false);
