using System.Runtime.CompilerServices;

namespace Interleaving.Memory;

/// <summary>The first data byte of an object, from which offsets count: a location that survives a garbage collection.</summary>
internal sealed class RawData
{
    private byte data;

    private RawData() => data = 0;

    /// <summary>The offset of an array's first element: before it stands the length, padded to the size of a reference.</summary>
    public static nint FirstElement => IntPtr.Size;

    public static ref byte Of(object owner) => ref Unsafe.As<RawData>(owner).data;

    public static nint Offset<T>(object owner, ref T location) =>
        Unsafe.ByteOffset(ref Of(owner), ref Unsafe.As<T, byte>(ref location));
}
