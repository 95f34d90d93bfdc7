using System.Runtime.CompilerServices;

namespace Interleaving.Races;

/// <summary>The first data byte of an object, from which offsets count: a location that survives a garbage collection.</summary>
internal sealed class RawData
{
    private byte data;

    private RawData() => data = 0;

    public static ref byte Of(object owner) => ref Unsafe.As<RawData>(owner).data;

    public static nint Offset<T>(object owner, ref T location) =>
        Unsafe.ByteOffset(ref Of(owner), ref Unsafe.As<T, byte>(ref location));
}
