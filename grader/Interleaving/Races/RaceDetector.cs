using Interleaving.Scheduling;

namespace Interleaving.Races;

/// <summary>
/// Finds pairs of accesses to one location, at least one a write, that no happens-before edge orders
/// (FastTrack: Flanagan and Freund, PLDI 2009). It is exact for the first race on a location: it reports one if and only if
/// the accesses seen so far have one, wherever in the execution the first of the two stands.
/// </summary>
internal sealed class RaceDetector
{
    private readonly ShadowTable shadows = new();

    /// <summary>Forgets everything, for the next execution.</summary>
    public void Clear() => shadows.Clear();

    /// <summary>Checks an access about to happen; returns the race it completes, or null.</summary>
    /// <param name="operation">Who accesses.</param>
    /// <param name="owner">The object; for a static field, an object that stands for the field.</param>
    /// <param name="offset">The location within the object.</param>
    /// <param name="site">Where in the source.</param>
    /// <param name="write">Whether it writes.</param>
    public Race? Check(Operation operation, object owner, nint offset, int site, bool write)
    {
        ref var shadow = ref shadows.At(owner, offset);
        var now = new Epoch(operation.Id, operation.Slot, operation.Clock[operation.Slot], site);
        operation.LastAccess = now.Clock;
        return write ? Write(operation, ref shadow, now) : Read(operation, ref shadow, now);
    }

    /// <summary>
    /// Checks an atomic write (Interlocked, volatile): against plain writes only. A plain read beside it is how every loop
    /// around CompareExchange starts, and sees a whole value; a plain write beside it overwrites what it does not know of.
    /// </summary>
    /// <inheritdoc cref="Check"/>
    public Race? CheckAtomic(Operation operation, object owner, nint offset, int site)
    {
        ref var shadow = ref shadows.At(owner, offset);
        var now = new Epoch(operation.Id, operation.Slot, operation.Clock[operation.Slot], site);
        operation.LastAccess = now.Clock;
        if (shadow.Write.IsUnknownTo(operation.Clock))
            return Pair(operation, shadow.Write, true, now, true);
        shadow.Atomic = now;
        return null;
    }

    private static Race? Read(Operation operation, ref Shadow shadow, Epoch now)
    {
        if (shadow.Shared is null && shadow.Read.Clock == now.Clock && shadow.Read.Operation == now.Operation)
            return null;
        if (shadow.Write.IsUnknownTo(operation.Clock))
            return Pair(operation, shadow.Write, true, now, false);
        if (shadow.Shared is { } shared)
            Replace(shared, now);
        else if (shadow.Read.Operation == now.Operation || !shadow.Read.IsUnknownTo(operation.Clock))
            shadow.Read = now;
        else
            shadow.Shared = [shadow.Read, now];
        return null;
    }

    private static Race? Write(Operation operation, ref Shadow shadow, Epoch now)
    {
        if (shadow.Atomic.IsUnknownTo(operation.Clock))
            return Pair(operation, shadow.Atomic, true, now, true);
        if (shadow.Write.Clock == now.Clock && shadow.Write.Operation == now.Operation
            && shadow.Shared is null && !shadow.Read.IsUnknownTo(operation.Clock))
            return null;
        if (shadow.Write.IsUnknownTo(operation.Clock))
            return Pair(operation, shadow.Write, true, now, true);
        if (shadow.Shared is { } shared)
        {
            foreach (var read in shared)
            {
                if (read.IsUnknownTo(operation.Clock))
                    return Pair(operation, read, false, now, true);
            }

            // Every read is ordered before this write, so whoever is ordered after the write is ordered after them too.
            shadow.Shared = null;
            shadow.Read = default;
        }
        else if (shadow.Read.IsUnknownTo(operation.Clock))
        {
            return Pair(operation, shadow.Read, false, now, true);
        }

        shadow.Write = now;
        return null;
    }

    private static void Replace(List<Epoch> shared, Epoch now)
    {
        for (var i = 0; i < shared.Count; i++)
        {
            if (shared[i].Operation == now.Operation)
            {
                shared[i] = now;
                return;
            }
        }

        shared.Add(now);
    }

    private static Race Pair(Operation operation, Epoch first, bool firstWrites, Epoch second, bool secondWrites)
    {
        var name = operation.Execution.Operations[first.Operation].Name;
        return new Race(
            new RacingAccess(name, first.Site, firstWrites), new RacingAccess(operation.Name, second.Site, secondWrites));
    }
}
