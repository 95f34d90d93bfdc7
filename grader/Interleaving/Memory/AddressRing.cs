using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interleaving.Memory;

/// <summary>
/// The addresses that an operation took (<c>ref x.field</c>, <c>ref a[i]</c>), the last ones at hand. A by-reference access is
/// looked up here to learn which object it hits.
/// </summary>
internal sealed class AddressRing
{
    private const int Size = 16;
    private Address[] entries = [];
    private AddressTable? older;
    private int next;

    public void Add(object owner, nint offset, nint length) => Add(new Address(owner, offset, length));

    /// <summary>Whoever has the address of one element can get at the others.</summary>
    public void AddArray<T>(T[] array)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(array);
        Add(new Address(array, RawData.Offset(array, ref first), (nint)array.Length * Unsafe.SizeOf<T>()));
    }

    /// <summary>The same for an array whose type of items nobody can name.</summary>
    public void AddArray(Array array) => Add(new Address(
        array,
        Unsafe.ByteOffset(ref RawData.Of(array), ref MemoryMarshal.GetArrayDataReference(array)),
        (nint)array.Length * RuntimeHelpers.SizeOf(array.GetType().GetElementType()!.TypeHandle)));

    public unsafe void AddStatic<T>(object key, ref T location) =>
        Add(new Address(key, (nint)Unsafe.AsPointer(ref location), Unsafe.SizeOf<T>(), IsStatic: true));

    /// <summary>Memory outside of the heap; the location within it is the address itself.</summary>
    public void AddNative(nint address, nint length) => Add(new Address(NativeMemory.Owner, address, length, IsStatic: true));

    /// <summary>The object and offset that <paramref name="location"/> lies in; false when its address was never taken.</summary>
    public bool TryFind<T>(ref T location, out object owner, out nint offset)
    {
        ref var start = ref Unsafe.As<T, byte>(ref location);
        for (var i = 1; i <= entries.Length; i++)
        {
            ref var entry = ref entries[(next - i + Size) % Size];
            if (entry.Owner is null)
                break;
            if (entry.Covers(ref start, out var distance))
                return Found(entry, distance, out owner, out offset);
        }

        if (older is not null && older.TryFind(ref start, out var found, out var from))
            return Found(found, from, out owner, out offset);
        owner = this;
        offset = 0;
        return false;
    }

    private static bool Found(in Address address, nint distance, out object owner, out nint offset)
    {
        owner = address.Owner!;
        offset = (address.IsStatic && !ReferenceEquals(owner, NativeMemory.Owner) ? 0 : address.Offset) + distance;
        return true;
    }

    /// <summary>Most operations never take an address, and there may be many of them.</summary>
    private void Add(in Address address)
    {
        if (entries.Length == 0)
            entries = new Address[Size];
        for (var i = 1; i <= Size; i++)
        {
            ref var entry = ref entries[(next - i + Size) % Size];
            if (entry.Owner is null)
                break;
            if (entry.IsSameAs(address))
                return;
        }

        if (entries[next].Owner is not null)
            (older ??= new AddressTable()).Add(entries[next]);
        entries[next] = address;
        next = (next + 1) % Size;
    }
}
