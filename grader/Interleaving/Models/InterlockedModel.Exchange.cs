using System.Diagnostics.CodeAnalysis;

namespace Interleaving.Models;

/// <content>Exchange and CompareExchange, for every type that has them.</content>
internal static partial class InterlockedModel
{
    public static int Exchange(ref int location1, int value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    public static int CompareExchange(ref int location1, int value, int comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
    }

    public static long Exchange(ref long location1, long value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    public static long CompareExchange(ref long location1, long value, long comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
    }

    public static uint Exchange(ref uint location1, uint value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    public static uint CompareExchange(ref uint location1, uint value, uint comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
    }

    public static ulong Exchange(ref ulong location1, ulong value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    public static ulong CompareExchange(ref ulong location1, ulong value, ulong comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
    }

    public static byte Exchange(ref byte location1, byte value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    public static byte CompareExchange(ref byte location1, byte value, byte comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
    }

    public static sbyte Exchange(ref sbyte location1, sbyte value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    public static sbyte CompareExchange(ref sbyte location1, sbyte value, sbyte comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
    }

    public static short Exchange(ref short location1, short value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    public static short CompareExchange(ref short location1, short value, short comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
    }

    public static ushort Exchange(ref ushort location1, ushort value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    public static ushort CompareExchange(ref ushort location1, ushort value, ushort comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
    }

    public static float Exchange(ref float location1, float value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    public static float CompareExchange(ref float location1, float value, float comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
    }

    public static double Exchange(ref double location1, double value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    public static double CompareExchange(ref double location1, double value, double comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
    }

    public static nint Exchange(ref nint location1, nint value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    public static nint CompareExchange(ref nint location1, nint value, nint comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
    }

    public static nuint Exchange(ref nuint location1, nuint value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    public static nuint CompareExchange(ref nuint location1, nuint value, nuint comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
    }

    [return: NotNullIfNotNull(nameof(location1))]
    public static object? Exchange(ref object? location1, object? value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    [return: NotNullIfNotNull(nameof(location1))]
    public static object? CompareExchange(ref object? location1, object? value, object? comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
    }

    [return: NotNullIfNotNull(nameof(location1))]
    public static T Exchange<T>(ref T location1, T value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    [return: NotNullIfNotNull(nameof(location1))]
    public static T CompareExchange<T>(ref T location1, T value, T comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
    }
}
