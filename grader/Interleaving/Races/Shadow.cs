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
}
