using System.Runtime.CompilerServices;

namespace Interleaving.Scheduling;

/// <summary>
/// The stores of one operation that others do not see yet. On x86 each processor has such a buffer (x86-TSO: Owens, Sarkar and
/// Sewell, TPHOLs 2009): it reads its own stores from there, they reach memory in their order, one at any moment, and all of
/// them before a locked instruction or a fence ends. So a store may seem to come after a later read of another location, and
/// <c>volatile</c> does not keep it from that. This is all in which TSO differs from one order of all steps.
/// </summary>
/// <remarks>
/// Whether a store stays in the buffer is a choice of the schedule (<see cref="IStrategy.Delays"/>); if it does not,
/// what is in the buffer goes before it. When the first one leaves is a choice as well: while there is one, the buffer stands
/// among the operations that can run, as one without a thread, and to pick it is to let that store be seen. The choice is offered
/// only where it can make a difference: at stores that an execution showed to be followed, before the next fence, by a read of
/// another location, both of them shared.
/// </remarks>
/// <param name="owner">Whose it is.</param>
internal sealed class StoreBuffer(Operation owner)
{
    /// <summary>Stores that are looked at for reads behind them: a loop may make any number.</summary>
    private const int MostUnfenced = 8;

    private readonly List<BufferedStore> waiting = [];
    private readonly List<StoredAt> unfenced = [];
    private Operation? gate;

    public bool IsEmpty => waiting.Count == 0;

    /// <summary>A store takes place, delayed or not: reads before the next fence may come first.</summary>
    public void Stored(StoredAt store)
    {
        unfenced.Remove(store);
        if (unfenced.Count == MostUnfenced)
            unfenced.RemoveAt(0);
        unfenced.Add(store);
    }

    /// <summary>A read takes place: each store to another location since the last fence may come later than it.</summary>
    public void Read(StoredAt read)
    {
        foreach (var store in unfenced)
        {
            if (store.Offset != read.Offset || !ReferenceEquals(store.Owner, read.Owner))
                owner.Execution.DelayedStores.MayBeLate(owner, store, read);
        }
    }

    public void Add(BufferedStore store)
    {
        waiting.Add(store);
        if (waiting.Count == 1)
            owner.Execution.DelayedStores.Open(gate ??= owner.Execution.DelayedStores.NewGate(this, owner), store);
    }

    /// <summary>What <paramref name="location"/> holds for the operation itself.</summary>
    public ref T Forward<T>(object of, nint offset, ref T location)
    {
        var last = waiting.FindLast(store => store.Touches(of, offset, Unsafe.SizeOf<T>()));
        if (last is BufferedStore<T> whole && whole.Offset == offset)
            return ref whole.Value;
        if (last is not null)
            Empty();
        return ref location;
    }

    /// <summary>A plain write may come at once, but not before an older one to the same location.</summary>
    public void Overwrite(object of, nint offset, int size)
    {
        if (waiting.Exists(store => store.Touches(of, offset, size)))
            Empty();
    }

    /// <summary>The first store reaches memory.</summary>
    public void Advance()
    {
        var store = waiting[0];
        waiting.RemoveAt(0);
        store.Write();
        owner.Execution.Fingerprint.LookedDifferent(owner, owner.Execution.Operations.Living);
        owner.Execution.Recorder?.Seen(owner, store.Site, store.Shown);
        if (waiting.Count == 0)
            owner.Execution.Operations.SetEnabled(gate!, false);
        else
            owner.Execution.DelayedStores.Open(gate!, waiting[0]);
    }

    /// <summary>All of them do.</summary>
    public void Empty()
    {
        while (waiting.Count > 0)
            Advance();
    }

    /// <summary>A fence, an atomic operation, or an act on something that operations synchronise by.</summary>
    public void Drain()
    {
        unfenced.Clear();
        Empty();
    }

    /// <summary>The operation ends.</summary>
    public void Close()
    {
        Drain();
        if (gate is not null)
            owner.Execution.Operations.End(gate);
    }
}

/// <summary>A store, or a read, that others may see in another order.</summary>
/// <param name="Site">Where in the source.</param>
/// <param name="Owner">The object.</param>
/// <param name="Offset">The location within it.</param>
/// <param name="State">What orders the accesses to the location; null of a plain one.</param>
internal readonly record struct StoredAt(int Site, object Owner, nint Offset, AtomicState? State);
