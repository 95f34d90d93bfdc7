using System.Diagnostics.CodeAnalysis;

namespace Interleaving.Models;

/// <summary>A volatile read sees all that happened before the volatile write whose value it reads.</summary>
[Models(typeof(Volatile))]
internal static class VolatileModel
{
    public static bool Read(ref readonly bool location)
    {
        var now = Volatile.Read(in AtomicAccess.Read(in location));
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref bool location, bool value)
    {
        if (AtomicAccess.Write(ref location, value))
            Volatile.Write(ref location, value);
        AtomicAccess.Done(value, value, write: true);
    }

    public static byte Read(ref readonly byte location)
    {
        var now = Volatile.Read(in AtomicAccess.Read(in location));
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref byte location, byte value)
    {
        if (AtomicAccess.Write(ref location, value))
            Volatile.Write(ref location, value);
        AtomicAccess.Done(value, value, write: true);
    }

    public static double Read(ref readonly double location)
    {
        var now = Volatile.Read(in AtomicAccess.Read(in location));
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref double location, double value)
    {
        if (AtomicAccess.Write(ref location, value))
            Volatile.Write(ref location, value);
        AtomicAccess.Done(value, value, write: true);
    }

    public static short Read(ref readonly short location)
    {
        var now = Volatile.Read(in AtomicAccess.Read(in location));
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref short location, short value)
    {
        if (AtomicAccess.Write(ref location, value))
            Volatile.Write(ref location, value);
        AtomicAccess.Done(value, value, write: true);
    }

    public static int Read(ref readonly int location)
    {
        var now = Volatile.Read(in AtomicAccess.Read(in location));
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref int location, int value)
    {
        if (AtomicAccess.Write(ref location, value))
            Volatile.Write(ref location, value);
        AtomicAccess.Done(value, value, write: true);
    }

    public static long Read(ref readonly long location)
    {
        var now = Volatile.Read(in AtomicAccess.Read(in location));
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref long location, long value)
    {
        if (AtomicAccess.Write(ref location, value))
            Volatile.Write(ref location, value);
        AtomicAccess.Done(value, value, write: true);
    }

    public static nint Read(ref readonly nint location)
    {
        var now = Volatile.Read(in AtomicAccess.Read(in location));
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref nint location, nint value)
    {
        if (AtomicAccess.Write(ref location, value))
            Volatile.Write(ref location, value);
        AtomicAccess.Done(value, value, write: true);
    }

    public static sbyte Read(ref readonly sbyte location)
    {
        var now = Volatile.Read(in AtomicAccess.Read(in location));
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref sbyte location, sbyte value)
    {
        if (AtomicAccess.Write(ref location, value))
            Volatile.Write(ref location, value);
        AtomicAccess.Done(value, value, write: true);
    }

    public static float Read(ref readonly float location)
    {
        var now = Volatile.Read(in AtomicAccess.Read(in location));
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref float location, float value)
    {
        if (AtomicAccess.Write(ref location, value))
            Volatile.Write(ref location, value);
        AtomicAccess.Done(value, value, write: true);
    }

    public static ushort Read(ref readonly ushort location)
    {
        var now = Volatile.Read(in AtomicAccess.Read(in location));
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref ushort location, ushort value)
    {
        if (AtomicAccess.Write(ref location, value))
            Volatile.Write(ref location, value);
        AtomicAccess.Done(value, value, write: true);
    }

    public static uint Read(ref readonly uint location)
    {
        var now = Volatile.Read(in AtomicAccess.Read(in location));
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref uint location, uint value)
    {
        if (AtomicAccess.Write(ref location, value))
            Volatile.Write(ref location, value);
        AtomicAccess.Done(value, value, write: true);
    }

    public static ulong Read(ref readonly ulong location)
    {
        var now = Volatile.Read(in AtomicAccess.Read(in location));
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref ulong location, ulong value)
    {
        if (AtomicAccess.Write(ref location, value))
            Volatile.Write(ref location, value);
        AtomicAccess.Done(value, value, write: true);
    }

    public static nuint Read(ref readonly nuint location)
    {
        var now = Volatile.Read(in AtomicAccess.Read(in location));
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write(ref nuint location, nuint value)
    {
        if (AtomicAccess.Write(ref location, value))
            Volatile.Write(ref location, value);
        AtomicAccess.Done(value, value, write: true);
    }

    [return: NotNullIfNotNull(nameof(location))]
    public static T Read<T>(ref readonly T location)
        where T : class?
    {
        var now = Volatile.Read(in AtomicAccess.Read(in location));
        return AtomicAccess.Done(now, now, write: false);
    }

    public static void Write<T>(ref T location, T value)
        where T : class?
    {
        if (AtomicAccess.Write(ref location, value))
            Volatile.Write(ref location, value);
        AtomicAccess.Done(value, value, write: true);
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
