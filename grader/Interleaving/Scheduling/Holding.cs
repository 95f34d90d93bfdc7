namespace Interleaving.Scheduling;

/// <summary>What an operation holds, and where it took it.</summary>
/// <param name="Kind">How it holds it.</param>
/// <param name="Target">The object.</param>
/// <param name="Site">The call that took it; below 0 when that is not known.</param>
internal sealed record Holding(HoldingKind Kind, object Target, int Site);

internal enum HoldingKind
{
    /// <summary>The lock on the object.</summary>
    Lock,

    /// <summary>The object itself: a mutex.</summary>
    Mutex,

    /// <summary>A reader-writer lock, as a reader.</summary>
    Reading,

    /// <summary>The same as a reader who may become a writer.</summary>
    Upgrading,

    /// <summary>The same as the writer.</summary>
    Writing,
}
