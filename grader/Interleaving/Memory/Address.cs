using System.Runtime.CompilerServices;

namespace Interleaving.Memory;

/// <summary>
/// An address that the program took, as object and offset, since the garbage collector may move the object.
/// </summary>
/// <param name="Owner">The object; for a static field, one that stands for it.</param>
/// <param name="Offset">Within the object; of a static field, the address itself (statics do not move).</param>
/// <param name="Length">In bytes: of the field, or of all elements of the array.</param>
/// <param name="IsStatic">Whether it is that of a static field.</param>
internal readonly record struct Address(object? Owner, nint Offset, nint Length, bool IsStatic = false)
{
    /// <summary>Where the memory lies now.</summary>
    public unsafe nint Start => IsStatic
        ? Offset
        : (nint)Unsafe.AsPointer(ref Unsafe.AddByteOffset(ref RawData.Of(Owner!), Offset));

    /// <summary>Whether the location lies in this memory, and how far from its start.</summary>
    public unsafe bool Covers(ref byte location, out nint distance)
    {
        distance = IsStatic
            ? (nint)Unsafe.AsPointer(ref location) - Offset
            : Unsafe.ByteOffset(ref Unsafe.AddByteOffset(ref RawData.Of(Owner!), Offset), ref location);
        return distance >= 0 && distance < Length;
    }

    public bool IsSameAs(in Address other) => ReferenceEquals(Owner, other.Owner) && Offset == other.Offset && Length >= other.Length;
}
