using System.Runtime.CompilerServices;
using Interleaving.Memory;
using Interleaving.Scheduling;

namespace Interleaving.Instrumentation;

/// <content>What the hooks have in common: the yield point, the look at the access, and what is left to a store buffer.</content>
internal static partial class Hooks
{
    private static T ReadVolatileAt<T>(ref T location, object owner, nint offset, int site)
    {
        if (Operation.Current is { } operation)
            return ReadVolatile(operation, ref location, owner, offset, site);
        Interlocked.MemoryBarrier();
        return location;
    }

    private static void WriteVolatileAt<T>(ref T location, T value, object owner, nint offset, int site)
    {
        if (Operation.Current is { } operation)
            WriteVolatile(operation, ref location, value, owner, offset, site);
        else
            location = value;
    }

    private static T ReadVolatile<T>(Operation operation, ref T location, object owner, nint offset, int site) =>
        Seen(operation, site, Accesses.BeforeVolatileRead(operation, ref location, owner, offset, site));

    private static void WriteVolatile<T>(Operation operation, ref T location, T value, object owner, nint offset, int site)
    {
        if (Accesses.BeforeVolatileWrite(operation, ref location, value, owner, offset, site))
            location = value;
        Recorded(operation, site, value);
    }

    private static ref T ElementAddress<T>(T[] array, nint index)
    {
        if ((nuint)index >= (nuint)array.Length)
            throw new IndexOutOfRangeException();
        return ref Unsafe.Add(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array), index);
    }

    /// <summary>A plain read of what <paramref name="location"/> holds once it is this operation's turn.</summary>
    private static T Access<T>(Operation operation, object owner, nint offset, int site, ref T location)
    {
        if (owner is null)
            return location;
        if (Approach(operation, owner, offset, site, StepKind.Read))
            Look<T>(operation, owner, offset, site, write: false, Content.Of(ref location));
        if (operation.Stores is not { } stores)
            return location;
        if (Shape<T>.IsReference && LooksAtPlainStores(operation))
            stores.Read(new StoredAt(site, owner, offset, null));
        return stores.Forward(owner, offset, ref location);
    }

    /// <summary>An access by an instruction that stays as it is, to memory that may hold a value of any type.</summary>
    private static void Access(Operation operation, object owner, nint offset, int site, StepKind kind)
    {
        if (Approach(operation, owner, offset, site, kind))
            operation.Execution.Memory.Access(operation, owner, offset, site, write: kind == StepKind.Write);
        operation.Stores?.Drain();
    }

    /// <summary>All of a plain write but the writing itself.</summary>
    private static void Access<T>(Operation operation, object owner, nint offset, int site, ref T location, T value)
    {
        if (owner is not null && Approach(operation, owner, offset, site, StepKind.Write))
            Look<T>(operation, owner, offset, site, write: true, Content.Of(ref location, value));
        Recorded(operation, site, value);
    }

    private static void Write<T>(Operation operation, object owner, nint offset, int site, ref T location, T value)
    {
        Access(operation, owner, offset, site, ref location, value);
        if (owner is null || !IsHeld(operation, owner, offset, site, ref location, value))
            location = value;
    }

    /// <summary>Whether the value of a plain write is left to the operation's store buffer.</summary>
    private static bool IsHeld<T>(Operation operation, object owner, nint offset, int site, ref T location, T value)
    {
        operation.Stores?.Overwrite(owner, offset, Unsafe.SizeOf<T>());
        var store = new StoredAt(site, owner, offset, null);
        if (!Shape<T>.IsReference || !LooksAtPlainStores(operation) || !operation.Execution.DelayedStores.Delays(operation, store))
            return false;
        DelayedStores.Hold(operation, store, ref location, value);
        return true;
    }

    // These two keep the methods above short enough for the JIT to inline them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Look<T>(Operation operation, object owner, nint offset, int site, bool write, in Content content)
    {
        operation.Execution.Memory.Access(operation, owner, offset, site, write, content);
        if (typeof(T).IsValueType && Unsafe.SizeOf<T>() > 1 && owner is Array array && owner.GetType() != typeof(T[]))
            LookAtOthers(operation, array, offset, Unsafe.SizeOf<T>(), site, write);
    }

    private static bool LooksAtPlainStores(Operation operation) => operation.Execution.DelayedStores.IncludePlain;

    /// <summary>An array of numbers that is seen as one of wider numbers: the elements behind the first that the access takes in.</summary>
    private static void LookAtOthers(Operation operation, Array array, nint offset, int width, int site, bool write)
    {
        var element = array.GetType().GetElementType()!;
        if (!element.IsPrimitive)
            return;
        var size = RuntimeHelpers.SizeOf(element.TypeHandle);
        for (var at = size; at < width; at += size)
            operation.Execution.Memory.Access(operation, array, offset + at, site, write);
    }

    /// <summary>The yield point before a plain access; false when nobody looks at the access itself.</summary>
    private static bool Approach(Operation operation, object owner, nint offset, int site, StepKind kind)
    {
        operation.Site = site;
        var execution = operation.Execution;
        if (!execution.IsAlone)
            execution.Yield(operation, new Step(kind, owner, offset, site, Plain: true));
        else
            operation.Steps++;
        return execution.LooksAtAccesses;
    }

    private static T Seen<T>(Operation operation, int site, T value)
    {
        if (Recording.IsOn)
            operation.Execution.Observers.Noted(operation, site, write: false, value);
        return value;
    }

    private static void Recorded<T>(Operation operation, int site, T value)
    {
        if (Recording.IsOn)
            operation.Execution.Observers.Noted(operation, site, write: true, value);
    }
}
