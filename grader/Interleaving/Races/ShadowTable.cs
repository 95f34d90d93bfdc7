using System.Runtime.CompilerServices;

namespace Interleaving.Races;

/// <summary>
/// The shadows of all locations that one execution touched, by object identity and offset. Open addressing with linear
/// probing: finding a known location allocates nothing.
/// </summary>
internal sealed class ShadowTable
{
    private const int InitialSize = 64;
    private Shadow[] slots = new Shadow[InitialSize];
    private int count;

    /// <summary>The shadow of a location, made on first use. Valid until the next call.</summary>
    public ref Shadow At(object owner, nint offset)
    {
        ref var slot = ref Probe(slots, owner, offset);
        if (slot.Owner is not null)
            return ref slot;
        if (++count * 4 > slots.Length * 3)
        {
            Grow();
            slot = ref Probe(slots, owner, offset);
        }

        slot.Owner = owner;
        slot.Offset = offset;
        return ref slot;
    }

    public void Clear()
    {
        if (slots.Length > InitialSize)
            slots = new Shadow[InitialSize];
        else if (count > 0)
            Array.Clear(slots);
        count = 0;
    }

    private static ref Shadow Probe(Shadow[] slots, object owner, nint offset)
    {
        var mask = slots.Length - 1;
        var hash = ((uint)RuntimeHelpers.GetHashCode(owner) * 0x9E3779B1u) ^ ((uint)offset * 0x85EBCA6Bu);
        var at = (int)(hash ^ (hash >> 15)) & mask;
        while (true)
        {
            ref var slot = ref slots[at];
            if (slot.Owner is null || (ReferenceEquals(slot.Owner, owner) && slot.Offset == offset))
                return ref slot;
            at = (at + 1) & mask;
        }
    }

    private void Grow()
    {
        var larger = new Shadow[slots.Length * 2];
        foreach (var slot in slots)
        {
            if (slot.Owner is { } owner)
                Probe(larger, owner, slot.Offset) = slot;
        }

        slots = larger;
    }
}
