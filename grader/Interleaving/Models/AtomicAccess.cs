using System.Runtime.CompilerServices;
using Interleaving.Memory;
using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>One access to an atomic location: a yield point before it, the order of memory, and the value written down.</summary>
internal static class AtomicAccess
{
    /// <summary>A volatile read. Returns where to read: others may not see yet what the operation itself has written.</summary>
    public static ref readonly T Read<T>(ref readonly T location)
    {
        ref T place = ref Unsafe.AsRef(in location);
        if (Operation.Current is not { } operation)
            return ref place;
        if (!operation.Addresses.TryFind(ref place, out var owner, out var offset))
        {
            operation.Arrive(null);
            return ref place;
        }

        return ref Accesses.BeforeVolatileRead(operation, ref place, owner, offset, operation.Site);
    }

    /// <summary>A volatile write; false when the value is not to be written yet.</summary>
    public static bool Write<T>(ref T location, T value)
    {
        if (Operation.Current is not { } operation)
            return true;
        if (operation.Addresses.TryFind(ref location, out var owner, out var offset))
            return Accesses.BeforeVolatileWrite(operation, ref location, value, owner, offset, operation.Site);
        operation.Arrive(null);
        return true;
    }

    public static void Update<T>(ref T location) => Before(ref location, release: true);

    /// <summary>A read that is a fence as well.</summary>
    public static void Fence<T>(ref readonly T location)
    {
        Operation.Current?.Stores?.Drain();
        Before(ref Unsafe.AsRef(in location), release: false);
    }

    /// <summary>A compare-and-exchange: one that leaves the value as it is (<c>CompareExchange(ref x, 0, 0)</c>) only reads.</summary>
    public static void Update<T>(ref T location, T value, T comparand)
    {
        if (Operation.Current is not { } operation)
            return;
        if (!operation.Addresses.TryFind(ref location, out var owner, out var offset))
        {
            operation.Arrive(null);
            return;
        }

        Accesses.Approach(operation, owner, offset, operation.Site, release: true);
        operation.Stores?.Drain();
        var writes = AreEqual(location, comparand) && !AreEqual(location, value);
        operation.Execution.Memory.AccessAtomically(
            operation, owner, offset, acquire: true, release: true, operation.Site, writes, Content.Of(ref location));
    }

    /// <summary>A fence acts on no location in particular.</summary>
    public static void Fence()
    {
        if (Operation.Current is { } operation)
            operation.Arrive(null);
    }

    /// <summary>A fence on every processor.</summary>
    public static void FenceAll()
    {
        Fence();
        foreach (var operation in Operation.Current?.Execution.Operations ?? [])
            operation.Stores?.Drain();
    }

    /// <summary>Notes the value that an access read or left behind, and hands <paramref name="result"/> through.</summary>
    public static TResult Done<T, TResult>(T value, TResult result, bool write)
    {
        if (Recording.IsOn && Operation.Current is { } operation)
            operation.Execution.Observers.Noted(operation, operation.Site, write, value);
        return result;
    }

    /// <summary>The end of a compare-and-exchange: a write only when the location held what was hoped for.</summary>
    public static T Swapped<T>(T before, T comparand, T value)
    {
        if (!Recording.IsOn)
            return before;
        var written = AreEqual(before, comparand);
        return Done(written ? value : before, before, written);
    }

    private static bool AreEqual<T>(T one, T other) =>
        typeof(T).IsValueType ? EqualityComparer<T>.Default.Equals(one, other) : ReferenceEquals(one, other);

    private static void Before<T>(ref T location, bool release)
    {
        if (Operation.Current is not { } operation)
            return;
        if (operation.Addresses.TryFind(ref location, out var owner, out var offset))
            Accesses.Synchronise(operation, owner, offset, operation.Site, acquire: true, release, ref location);
        else
            operation.Arrive(null);
    }
}
