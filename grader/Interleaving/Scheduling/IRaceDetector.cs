using Interleaving.Memory;

namespace Interleaving.Scheduling;

/// <summary>Looks at each access to memory for others that nothing orders with it.</summary>
internal interface IRaceDetector
{
    /// <summary>
    /// The first read of a reference that found another object than the same operation had read a moment before. No race, since
    /// it may be meant; but if the execution fails, the likely cause.
    /// </summary>
    Race? ReadTwice { get; }

    /// <summary>Whether accesses met that nothing orders and that are no races: where others come between them makes a difference.</summary>
    bool Tolerates { get; }

    /// <summary>Checks an access about to happen; returns the race it completes, or null.</summary>
    /// <param name="operation">Who accesses.</param>
    /// <param name="owner">The object; for a static field, an object that stands for the field.</param>
    /// <param name="offset">The location within the object.</param>
    /// <param name="site">Where in the source.</param>
    /// <param name="write">Whether it writes.</param>
    /// <param name="content">What the location holds.</param>
    Race? Check(Operation operation, object owner, nint offset, int site, bool write, in Content content = default);

    /// <summary>
    /// Checks an atomic write (Interlocked, volatile): against plain writes only. A plain read beside it is how every loop
    /// around CompareExchange starts, and sees a whole value; a plain write beside it overwrites what it does not know of.
    /// </summary>
    /// <param name="operation">Who accesses.</param>
    /// <param name="owner">The object; for a static field, an object that stands for the field.</param>
    /// <param name="offset">The location within the object.</param>
    /// <param name="site">Where in the source.</param>
    /// <param name="order">What orders the atomic accesses to the location, if it holds a reference.</param>
    Race? CheckAtomic(Operation operation, object owner, nint offset, int site, SyncState? order = null);

    /// <summary>An atomic read: what it finds may have been written plainly.</summary>
    void ReadAtomically(Operation operation, object owner, nint offset, in Content content);

    /// <summary>Whether there were plain accesses to the location that nothing orders, and that are no race.</summary>
    bool IsExposed(object owner, nint offset);
}
