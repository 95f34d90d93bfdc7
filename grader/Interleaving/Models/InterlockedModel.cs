namespace Interleaving.Models;

/// <summary>Each call is one atomic step that orders memory both ways, as on the platform.</summary>
[Models(typeof(Interlocked), Passes = ["SpeculationBarrier"])]
internal static partial class InterlockedModel
{
    public static int Increment(ref int location)
    {
        AtomicAccess.Update(ref location);
        var now = Interlocked.Increment(ref location);
        return AtomicAccess.Done(now, now, write: true);
    }

    public static int Decrement(ref int location)
    {
        AtomicAccess.Update(ref location);
        var now = Interlocked.Decrement(ref location);
        return AtomicAccess.Done(now, now, write: true);
    }

    public static int Add(ref int location1, int value)
    {
        AtomicAccess.Update(ref location1);
        var now = Interlocked.Add(ref location1, value);
        return AtomicAccess.Done(now, now, write: true);
    }

    public static int And(ref int location1, int value)
    {
        AtomicAccess.Update(ref location1);
        var before = Interlocked.And(ref location1, value);
        return AtomicAccess.Done(location1, before, write: true);
    }

    public static int Or(ref int location1, int value)
    {
        AtomicAccess.Update(ref location1);
        var before = Interlocked.Or(ref location1, value);
        return AtomicAccess.Done(location1, before, write: true);
    }

    public static long Increment(ref long location)
    {
        AtomicAccess.Update(ref location);
        var now = Interlocked.Increment(ref location);
        return AtomicAccess.Done(now, now, write: true);
    }

    public static long Decrement(ref long location)
    {
        AtomicAccess.Update(ref location);
        var now = Interlocked.Decrement(ref location);
        return AtomicAccess.Done(now, now, write: true);
    }

    public static long Add(ref long location1, long value)
    {
        AtomicAccess.Update(ref location1);
        var now = Interlocked.Add(ref location1, value);
        return AtomicAccess.Done(now, now, write: true);
    }

    public static long And(ref long location1, long value)
    {
        AtomicAccess.Update(ref location1);
        var before = Interlocked.And(ref location1, value);
        return AtomicAccess.Done(location1, before, write: true);
    }

    public static long Or(ref long location1, long value)
    {
        AtomicAccess.Update(ref location1);
        var before = Interlocked.Or(ref location1, value);
        return AtomicAccess.Done(location1, before, write: true);
    }

    public static uint Increment(ref uint location)
    {
        AtomicAccess.Update(ref location);
        var now = Interlocked.Increment(ref location);
        return AtomicAccess.Done(now, now, write: true);
    }

    public static uint Decrement(ref uint location)
    {
        AtomicAccess.Update(ref location);
        var now = Interlocked.Decrement(ref location);
        return AtomicAccess.Done(now, now, write: true);
    }

    public static uint Add(ref uint location1, uint value)
    {
        AtomicAccess.Update(ref location1);
        var now = Interlocked.Add(ref location1, value);
        return AtomicAccess.Done(now, now, write: true);
    }

    public static uint And(ref uint location1, uint value)
    {
        AtomicAccess.Update(ref location1);
        var before = Interlocked.And(ref location1, value);
        return AtomicAccess.Done(location1, before, write: true);
    }

    public static uint Or(ref uint location1, uint value)
    {
        AtomicAccess.Update(ref location1);
        var before = Interlocked.Or(ref location1, value);
        return AtomicAccess.Done(location1, before, write: true);
    }

    public static ulong Increment(ref ulong location)
    {
        AtomicAccess.Update(ref location);
        var now = Interlocked.Increment(ref location);
        return AtomicAccess.Done(now, now, write: true);
    }

    public static ulong Decrement(ref ulong location)
    {
        AtomicAccess.Update(ref location);
        var now = Interlocked.Decrement(ref location);
        return AtomicAccess.Done(now, now, write: true);
    }

    public static ulong Add(ref ulong location1, ulong value)
    {
        AtomicAccess.Update(ref location1);
        var now = Interlocked.Add(ref location1, value);
        return AtomicAccess.Done(now, now, write: true);
    }

    public static ulong And(ref ulong location1, ulong value)
    {
        AtomicAccess.Update(ref location1);
        var before = Interlocked.And(ref location1, value);
        return AtomicAccess.Done(location1, before, write: true);
    }

    public static ulong Or(ref ulong location1, ulong value)
    {
        AtomicAccess.Update(ref location1);
        var before = Interlocked.Or(ref location1, value);
        return AtomicAccess.Done(location1, before, write: true);
    }

    public static long Read(ref readonly long location)
    {
        AtomicAccess.Fence(in location);
        var now = Interlocked.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static ulong Read(ref readonly ulong location)
    {
        AtomicAccess.Fence(in location);
        var now = Interlocked.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void MemoryBarrier()
    {
        AtomicAccess.Fence();
        Interlocked.MemoryBarrier();
    }

    public static void MemoryBarrierProcessWide()
    {
        AtomicAccess.FenceAll();
        Interlocked.MemoryBarrier();
    }
}
