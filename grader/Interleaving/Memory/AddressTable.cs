using System.Runtime.CompilerServices;

namespace Interleaving.Memory;

/// <summary>
/// Addresses taken longer ago than a ring remembers. Those that many were added since are looked through one by one; the rest
/// are kept in the order in which they lie in memory, which a garbage collection may change.
/// </summary>
internal sealed class AddressTable
{
    private const int MostUnsorted = 32;

    private readonly HashSet<(object Owner, nint Offset)> known = new(LocationComparer.Instance);
    private readonly List<Address> unsorted = [];
    private Address[] sorted = [];
    private nint[] starts = [];
    private int collections;

    public void Add(in Address address)
    {
        if (!known.Add((address.Owner!, address.Offset)))
            return;
        unsorted.Add(address);
        if (unsorted.Count > MostUnsorted)
            Sort([.. sorted, .. unsorted]);
    }

    /// <summary>The address whose memory <paramref name="location"/> lies in, and how far from its start.</summary>
    public unsafe bool TryFind(ref byte location, out Address found, out nint distance)
    {
        foreach (var address in unsorted)
        {
            if (address.Covers(ref location, out distance))
            {
                found = address;
                return true;
            }
        }

        while (sorted.Length > 0)
        {
            if (collections != GC.CollectionCount(0))
                Sort(sorted);
            var index = Array.BinarySearch(starts, (nint)Unsafe.AsPointer(ref location));
            index = index >= 0 ? index : ~index - 1;
            if (index >= 0 && sorted[index].Covers(ref location, out distance))
            {
                found = sorted[index];
                return true;
            }

            // A collection in between moves the one before the other is looked at.
            if (collections == GC.CollectionCount(0))
                break;
        }

        found = default;
        distance = 0;
        return false;
    }

    private void Sort(Address[] addresses)
    {
        collections = GC.CollectionCount(0);
        sorted = addresses;
        unsorted.Clear();
        starts = Array.ConvertAll(addresses, static address => address.Start);
        Array.Sort(starts, sorted);
    }
}
