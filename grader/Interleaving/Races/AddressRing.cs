using System.Runtime.CompilerServices;

namespace Interleaving.Races;

/// <summary>
/// The addresses that an operation took last (<c>ref x.field</c>, <c>ref a[i]</c>), each kept as object and offset so
/// that the garbage collector may move the object. A by-reference access is looked up here to learn which object it hits.
/// </summary>
internal sealed class AddressRing
{
    private const int Size = 16;
    private Entry[] entries = [];
    private int next;

    public void Add(object owner, nint offset, nint length)
    {
        Add(new Entry(owner, offset, length));
    }

    /// <summary>A static field: its address is compared as it is (statics of unmanaged types do not move).</summary>
    public unsafe void AddStatic<T>(object key, ref T location)
    {
        Add(new Entry(key, (nint)Unsafe.AsPointer(ref location), Unsafe.SizeOf<T>()) { IsStatic = true });
    }

    /// <summary>The object and offset that <paramref name="location"/> lies in; false when its address was not taken lately.</summary>
    public bool TryFind<T>(ref T location, out object owner, out nint offset)
    {
        for (var i = 1; i <= entries.Length; i++)
        {
            ref var entry = ref entries[(next - i + Size) % Size];
            if (entry.Owner is null)
                break;
            var delta = entry.DistanceTo(ref Unsafe.As<T, byte>(ref location));
            if (delta >= 0 && delta < entry.Length)
            {
                owner = entry.Owner;
                offset = (entry.IsStatic ? 0 : entry.Offset) + delta;
                return true;
            }
        }

        owner = this;
        offset = 0;
        return false;
    }

    /// <summary>Most operations never take an address, and there may be many of them.</summary>
    private void Add(Entry entry)
    {
        if (entries.Length == 0)
            entries = new Entry[Size];
        entries[next] = entry;
        next = (next + 1) % Size;
    }

    private readonly record struct Entry(object? Owner, nint Offset, nint Length)
    {
        public bool IsStatic { get; init; }

        public unsafe nint DistanceTo(ref byte location) => IsStatic
            ? (nint)Unsafe.AsPointer(ref location) - Offset
            : Unsafe.ByteOffset(ref Unsafe.AddByteOffset(ref RawData.Of(Owner!), Offset), ref location);
    }
}
