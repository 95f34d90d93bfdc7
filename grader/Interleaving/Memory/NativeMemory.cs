using System.Runtime.CompilerServices;

namespace Interleaving.Memory;

/// <summary>
/// Memory outside of the garbage collector's heap, which pointers lead to. It does not move, so an address names a location.
/// </summary>
internal static class NativeMemory
{
    /// <summary>Stands for all of it where a location needs an owner.</summary>
    public static readonly object Owner = new();

    /// <summary>The address as a location; not on the running thread's own stack, which no other operation knows.</summary>
    public static unsafe bool TryFind<T>(ref T location, out nint address)
    {
        address = (nint)Unsafe.AsPointer(ref location);
        return !Boxes.IsOnStack((byte*)address);
    }
}
