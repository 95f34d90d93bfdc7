using System.Diagnostics.CodeAnalysis;

namespace Interleaving.Models;

/// <summary>A volatile read sees all that happened before the volatile write whose value it reads.</summary>
[Models(typeof(Volatile))]
internal static class VolatileModel
{
    public static bool Read(ref readonly bool location)
    {
        AtomicAccess.Read(in location);
        var now = Volatile.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref bool location, bool value)
    {
        AtomicAccess.Write(ref location);
        Volatile.Write(ref location, AtomicAccess.Done(value, value, write: true));
    }

    public static byte Read(ref readonly byte location)
    {
        AtomicAccess.Read(in location);
        var now = Volatile.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref byte location, byte value)
    {
        AtomicAccess.Write(ref location);
        Volatile.Write(ref location, AtomicAccess.Done(value, value, write: true));
    }

    public static double Read(ref readonly double location)
    {
        AtomicAccess.Read(in location);
        var now = Volatile.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref double location, double value)
    {
        AtomicAccess.Write(ref location);
        Volatile.Write(ref location, AtomicAccess.Done(value, value, write: true));
    }

    public static short Read(ref readonly short location)
    {
        AtomicAccess.Read(in location);
        var now = Volatile.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref short location, short value)
    {
        AtomicAccess.Write(ref location);
        Volatile.Write(ref location, AtomicAccess.Done(value, value, write: true));
    }

    public static int Read(ref readonly int location)
    {
        AtomicAccess.Read(in location);
        var now = Volatile.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref int location, int value)
    {
        AtomicAccess.Write(ref location);
        Volatile.Write(ref location, AtomicAccess.Done(value, value, write: true));
    }

    public static long Read(ref readonly long location)
    {
        AtomicAccess.Read(in location);
        var now = Volatile.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref long location, long value)
    {
        AtomicAccess.Write(ref location);
        Volatile.Write(ref location, AtomicAccess.Done(value, value, write: true));
    }

    public static nint Read(ref readonly nint location)
    {
        AtomicAccess.Read(in location);
        var now = Volatile.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref nint location, nint value)
    {
        AtomicAccess.Write(ref location);
        Volatile.Write(ref location, AtomicAccess.Done(value, value, write: true));
    }

    public static sbyte Read(ref readonly sbyte location)
    {
        AtomicAccess.Read(in location);
        var now = Volatile.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref sbyte location, sbyte value)
    {
        AtomicAccess.Write(ref location);
        Volatile.Write(ref location, AtomicAccess.Done(value, value, write: true));
    }

    public static float Read(ref readonly float location)
    {
        AtomicAccess.Read(in location);
        var now = Volatile.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref float location, float value)
    {
        AtomicAccess.Write(ref location);
        Volatile.Write(ref location, AtomicAccess.Done(value, value, write: true));
    }

    public static ushort Read(ref readonly ushort location)
    {
        AtomicAccess.Read(in location);
        var now = Volatile.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref ushort location, ushort value)
    {
        AtomicAccess.Write(ref location);
        Volatile.Write(ref location, AtomicAccess.Done(value, value, write: true));
    }

    public static uint Read(ref readonly uint location)
    {
        AtomicAccess.Read(in location);
        var now = Volatile.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref uint location, uint value)
    {
        AtomicAccess.Write(ref location);
        Volatile.Write(ref location, AtomicAccess.Done(value, value, write: true));
    }

    public static ulong Read(ref readonly ulong location)
    {
        AtomicAccess.Read(in location);
        var now = Volatile.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref ulong location, ulong value)
    {
        AtomicAccess.Write(ref location);
        Volatile.Write(ref location, AtomicAccess.Done(value, value, write: true));
    }

    public static nuint Read(ref readonly nuint location)
    {
        AtomicAccess.Read(in location);
        var now = Volatile.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref nuint location, nuint value)
    {
        AtomicAccess.Write(ref location);
        Volatile.Write(ref location, AtomicAccess.Done(value, value, write: true));
    }

    [return: NotNullIfNotNull(nameof(location))]
    public static T Read<T>(ref readonly T location)
        where T : class?
    {
        AtomicAccess.Read(in location);
        var now = Volatile.Read(in location);
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write<T>(ref T location, T value)
        where T : class?
    {
        AtomicAccess.Write(ref location);
        Volatile.Write(ref location, AtomicAccess.Done(value, value, write: true));
    }

    public static void ReadBarrier()
    {
        AtomicAccess.Fence();
        Volatile.ReadBarrier();
    }

    public static void WriteBarrier()
    {
        AtomicAccess.Fence();
        Volatile.WriteBarrier();
    }
}
