using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleaving.Scheduling;
using NativeMemory = Interleaving.Memory.NativeMemory;

namespace Interleaving.Models.Memory;

/// <summary>Tells the operation that addresses in an array may come up without having been taken one by one.</summary>
internal static class ArrayAddresses
{
    public static void Take<T>(T[]? array)
    {
        if (array is { Length: > 0 } && Operation.Current is { } operation)
            operation.Addresses.AddArray(array);
    }

    /// <summary>A span over what a pointer leads to: memory outside of the heap, unless it was looked up already or lies on the stack.</summary>
    public static void Take<T>(ReadOnlySpan<T> span)
    {
        ref var first = ref MemoryMarshal.GetReference(span);
        if (span.Length > 0 && Operation.Current is { } operation && !operation.Addresses.TryFind(ref first, out _, out _)
            && NativeMemory.TryFind(ref first, out var address))
            operation.Addresses.AddNative(address, (nint)span.Length * Unsafe.SizeOf<T>());
    }
}
