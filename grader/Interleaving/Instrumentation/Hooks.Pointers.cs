using System.Runtime.CompilerServices;
using Interleaving.Memory;
using Interleaving.Scheduling;

namespace Interleaving.Instrumentation;

/// <content>Pointers: into pinned objects, whose addresses were taken, or into memory outside of the heap.</content>
internal static partial class Hooks
{
    private static readonly object AllocatorKey = new();

    public static T ReadPointer<T>(ref T location, int site)
    {
        if (Operation.Current is not { } operation)
            return location;
        return Seen(operation, site, Pointed(operation, ref location, out var owner, out var offset)
            ? Access(operation, owner, offset, site, ref location)
            : location);
    }

    public static void WritePointer<T>(ref T location, T value, int site)
    {
        if (Operation.Current is { } operation)
        {
            if (Pointed(operation, ref location, out var owner, out var offset))
            {
                Write(operation, owner, offset, site, ref location, value);
                return;
            }

            Recorded(operation, site, value);
        }

        location = value;
    }

    /// <summary>A pointer becomes a reference, which what it is passed to cannot tell from others.</summary>
    public static ref T AddressPointer<T>(ref T location, int site)
    {
        if (Operation.Current is { } operation && !operation.Addresses.TryFind(ref location, out _, out _)
            && NativeMemory.TryFind(ref location, out var address))
            operation.Addresses.AddNative(address, Unsafe.SizeOf<T>());
        return ref location;
    }

    /// <summary>Memory was handed out.</summary>
    public static void Allocated()
    {
        if (Operation.Current is { } operation)
            Allocator(operation.Execution).Acquire(operation);
    }

    /// <summary>Memory is given back.</summary>
    public static void Freeing()
    {
        if (Operation.Current is { } operation)
            Allocator(operation.Execution).Release(operation);
    }

    private static bool Pointed<T>(Operation operation, ref T location, out object owner, out nint offset)
    {
        if (operation.Addresses.TryFind(ref location, out owner, out offset))
            return true;
        owner = NativeMemory.Owner;
        return NativeMemory.TryFind(ref location, out offset);
    }

    /// <summary>What was done with memory before it was freed comes before what is done with it when it is handed out again.</summary>
    private static SyncState Allocator(Execution execution) => execution.State(AllocatorKey, static _ => new SyncState());
}
