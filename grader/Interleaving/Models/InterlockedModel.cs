using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Interleaving.Models;

/// <summary>
/// Each call is one atomic step that orders memory both ways, as on the platform. It is so outside an execution too, where
/// threads really run at once: whatever the type, the platform's own atomic operation on a value of that size does the work.
/// </summary>
[Models(typeof(Interlocked), Passes = ["SpeculationBarrier"])]
internal static class InterlockedModel
{
    [Overloads(typeof(int), typeof(long), typeof(uint), typeof(ulong))]
    public static T Increment<T>(ref T location)
        where T : IBinaryInteger<T> => Add(ref location, T.One);

    [Overloads(typeof(int), typeof(long), typeof(uint), typeof(ulong))]
    public static T Decrement<T>(ref T location)
        where T : IBinaryInteger<T> => Add(ref location, unchecked(T.Zero - T.One));

    [Overloads(typeof(int), typeof(long), typeof(uint), typeof(ulong))]
    public static T Add<T>(ref T location1, T value)
        where T : IBinaryInteger<T>
    {
        AtomicAccess.Update(ref location1);
        var now = Is32Bit<T>()
            ? T.CreateTruncating(Interlocked.Add(ref AsInt(ref location1), int.CreateTruncating(value)))
            : T.CreateTruncating(Interlocked.Add(ref AsLong(ref location1), long.CreateTruncating(value)));
        return AtomicAccess.Done(now, now, write: true);
    }

    [Overloads(typeof(int), typeof(long), typeof(uint), typeof(ulong))]
    public static T And<T>(ref T location1, T value)
        where T : IBinaryInteger<T>
    {
        AtomicAccess.Update(ref location1);
        var before = Is32Bit<T>()
            ? T.CreateTruncating(Interlocked.And(ref AsInt(ref location1), int.CreateTruncating(value)))
            : T.CreateTruncating(Interlocked.And(ref AsLong(ref location1), long.CreateTruncating(value)));
        return AtomicAccess.Done(location1, before, write: true);
    }

    [Overloads(typeof(int), typeof(long), typeof(uint), typeof(ulong))]
    public static T Or<T>(ref T location1, T value)
        where T : IBinaryInteger<T>
    {
        AtomicAccess.Update(ref location1);
        var before = Is32Bit<T>()
            ? T.CreateTruncating(Interlocked.Or(ref AsInt(ref location1), int.CreateTruncating(value)))
            : T.CreateTruncating(Interlocked.Or(ref AsLong(ref location1), long.CreateTruncating(value)));
        return AtomicAccess.Done(location1, before, write: true);
    }

    [Overloads(typeof(long), typeof(ulong))]
    public static T Read<T>(ref readonly T location)
        where T : IBinaryInteger<T>
    {
        AtomicAccess.Fence(in location);
        var now = T.CreateTruncating(Interlocked.Read(in AsLong(ref Unsafe.AsRef(in location))));
        return AtomicAccess.Done(now, now, write: false);
    }

    [Overloads(
        typeof(sbyte), typeof(short), typeof(int), typeof(long), typeof(byte), typeof(ushort), typeof(uint), typeof(ulong),
        typeof(float), typeof(double), typeof(nint), typeof(nuint), typeof(object))]
    [return: NotNullIfNotNull(nameof(location1))]
    public static T Exchange<T>(ref T location1, T value)
    {
        AtomicAccess.Update(ref location1);
        return AtomicAccess.Done(value, Interlocked.Exchange(ref location1, value), write: true);
    }

    [Overloads(
        typeof(sbyte), typeof(short), typeof(int), typeof(long), typeof(byte), typeof(ushort), typeof(uint), typeof(ulong),
        typeof(float), typeof(double), typeof(nint), typeof(nuint), typeof(object))]
    [return: NotNullIfNotNull(nameof(location1))]
    public static T CompareExchange<T>(ref T location1, T value, T comparand)
    {
        AtomicAccess.Update(ref location1, value, comparand);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return AtomicAccess.Swapped(before, comparand, value);
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

    private static bool Is32Bit<T>() => Unsafe.SizeOf<T>() == sizeof(int);

    private static ref int AsInt<T>(ref T location) => ref Unsafe.As<T, int>(ref location);

    private static ref long AsLong<T>(ref T location) => ref Unsafe.As<T, long>(ref location);
}
