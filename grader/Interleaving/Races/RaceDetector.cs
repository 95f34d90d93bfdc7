using Interleaving.Scheduling;

namespace Interleaving.Races;

/// <summary>
/// Finds pairs of accesses to one location, at least one a write, that no happens-before edge orders
/// (FastTrack: Flanagan and Freund, PLDI 2009).
/// </summary>
internal sealed class RaceDetector
{
    /// <summary>Checks an access about to happen; returns the race it completes, or null.</summary>
    /// <param name="operation">Who accesses.</param>
    /// <param name="owner">The object; for a static field, an object that stands for the field.</param>
    /// <param name="offset">The location within the object.</param>
    /// <param name="site">Where in the source.</param>
    /// <param name="write">Whether it writes.</param>
    public Race? Check(Operation operation, object owner, nint offset, int site, bool write) => null;
}
