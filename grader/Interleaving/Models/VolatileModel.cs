using System.Diagnostics.CodeAnalysis;

namespace Interleaving.Models;

/// <summary>
/// A volatile read sees all that happened before the volatile write whose value it reads. Outside an execution the barriers
/// order memory as the platform's own volatile accesses do. The engine is for 64-bit processes: there no plain access tears.
/// </summary>
[Models(typeof(Volatile))]
internal static class VolatileModel
{
    [Overloads(
        typeof(bool), typeof(sbyte), typeof(short), typeof(int), typeof(long), typeof(byte), typeof(ushort), typeof(uint),
        typeof(ulong), typeof(float), typeof(double), typeof(nint), typeof(nuint))]
    [return: NotNullIfNotNull(nameof(location))]
    public static T Read<T>(ref readonly T location)
    {
        var now = AtomicAccess.Read(in location);
        Volatile.ReadBarrier();
        return AtomicAccess.Done(now, now, write: false);
    }

    [Overloads(
        typeof(bool), typeof(sbyte), typeof(short), typeof(int), typeof(long), typeof(byte), typeof(ushort), typeof(uint),
        typeof(ulong), typeof(float), typeof(double), typeof(nint), typeof(nuint))]
    public static void Write<T>(ref T location, T value)
    {
        if (AtomicAccess.Write(ref location, value))
        {
            Volatile.WriteBarrier();
            location = value;
        }

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
