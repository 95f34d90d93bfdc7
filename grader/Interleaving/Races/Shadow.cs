using Interleaving.Scheduling;

namespace Interleaving.Races;

/// <summary>
/// What the race detector remembers of one location: the last write as an epoch (operation and its clock), and the reads
/// since, as one epoch while they are ordered among themselves and as a vector once they are not. A clock of 0 means
/// "never": an operation's own clock starts at 1.
/// </summary>
internal struct Shadow
{
    public object? Owner;
    public nint Offset;
    public Epoch Write;
    public Epoch Read;

    /// <summary>The last write that was atomic.</summary>
    public Epoch Atomic;

    /// <summary>The reads of several operations that nothing orders; null while <see cref="Read"/> is enough.</summary>
    public List<Epoch>? Shared;

    /// <summary>Of a location that holds a reference: more about its writes. Null while none was written that others may see.</summary>
    public ReferenceShadow? Reference;
}

/// <summary>What is remembered of a location that holds a reference, besides.</summary>
internal sealed class ReferenceShadow
{
    /// <summary>What the last plain writer knew of the others, when it wrote.</summary>
    public VectorClock? Past;

    /// <summary>Whether the last plain writer had read the location before.</summary>
    public bool ReadFirst;

    /// <summary>Whether plain accesses met here that nothing orders.</summary>
    public bool IsExposed;

    /// <summary>What orders the atomic writes.</summary>
    public SyncState? Order;

    /// <summary>Who read what; null while nobody writes beside those who read.</summary>
    public Rereads? Rereads;
}
