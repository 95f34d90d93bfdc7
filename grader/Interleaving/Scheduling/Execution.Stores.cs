namespace Interleaving.Scheduling;

/// <content>Stores that others see later (see <see cref="StoreBuffer"/>).</content>
internal sealed partial class Execution
{
    /// <summary>Pairs of a store and a read behind it that are kept; there may be one for each object of a large graph.</summary>
    private const int MostLate = 10_000;

    private readonly HashSet<(int Reader, StoredAt Store, StoredAt Read)> late = [];

    /// <summary>Stores that are worth delaying, as far as executions of this search have shown.</summary>
    public LateStores WorthDelaying { get; init; } = new();

    /// <summary>Whether this execution showed more of them: what was tried before was not everything.</summary>
    public bool LearnedStores { get; private set; }

    /// <summary>Whether plain stores of references are of interest.</summary>
    internal bool LooksAtPlainStores => Races is { Tolerates: true } || WorthDelaying.IncludePlain || followsDelays;

    /// <summary>Whether a store stays in the operation's buffer. If not, what is in there goes first.</summary>
    internal bool Delays(Operation operation, in StoredAt store)
    {
        if (operation.Atomic > 0)
            return false;
        var stores = operation.Stores ??= new StoreBuffer(operation);
        stores.Stored(store);
        if (enabled.Count > 1 && strategy.Delays(operation, WorthDelaying.Contains(store.Site)))
            return true;
        stores.Empty();
        return false;
    }

    /// <summary>Leaves a store in the operation's buffer.</summary>
    internal void Hold<T>(Operation operation, in StoredAt store, ref T location, T value)
    {
        VectorClock? known = null;
        if (store.State is not null)
        {
            known = new VectorClock();
            known.Join(operation.Clock);
            operation.Clock.Tick(operation.Slot);
        }

        operation.Stores!.Add(new BufferedStore<T>(store, ref location, value, known));
    }

    /// <summary>A store reaches memory late.</summary>
    internal void SeenLate(Operation owner) => LookedDifferent(owner);

    /// <summary>Something happens that no clock shows: how far everybody has come by then tells this execution from others.</summary>
    private void LookedDifferent(Operation owner)
    {
        foreach (var operation in living)
            Learnt += (((ulong)(uint)owner.Id << 32) | (uint)operation.Id) * 1_099_511_628_211 ^ (ulong)operation.Steps * 0x9E37_79B9_7F4A_7C15;
    }

    internal void MayBeLate(Operation reader, in StoredAt store, in StoredAt read)
    {
        if (late.Count < MostLate && !WorthDelaying.Contains(store.Site))
            late.Add((reader.Id, store, read));
    }

    /// <summary>The execution is over: only now is it known what was shared.</summary>
    internal void LearnStores()
    {
        WorthDelaying.IncludePlain |= Races?.Tolerates == true;
        foreach (var (reader, store, read) in late)
        {
            if ((store.State?.IsShared ?? IsExposed(store)) && (read.State?.IsWrittenBeside(reader) ?? IsExposed(read)))
                LearnedStores |= WorthDelaying.Add(store.Site);
        }
    }

    /// <summary>An operation that stands for the next store to leave a buffer.</summary>
    internal Operation NewGate(StoreBuffer buffer, Operation owner)
    {
        var gate = new Operation(this, operations.Count, $"the store buffer of {owner.Name}", static () => { })
        {
            Gate = buffer,
            Enabled = false,
        };
        operations.Add(gate);
        living.Add(gate);
        return gate;
    }

    /// <summary>
    /// The operation, or the task that it runs, is about to end, which empties the buffer. While something is in it, others may run first:
    /// else no read would ever come between the last read of the one and its stores.
    /// </summary>
    internal void BeforeEnd(Operation operation)
    {
        if (operation.Stores is { IsEmpty: false } stores)
            Yield(operation, new Step(StepKind.Sync, stores, 0, operation.Site));
    }

    internal void Open(Operation gate, BufferedStore next)
    {
        gate.Steps++;
        gate.Pending = new Step(StepKind.Write, next.Owner, next.Offset, next.Site);
        Liveness.Detector?.Queue(gate);
        SetEnabled(gate, true);
    }

    internal void Close(Operation gate)
    {
        SetEnabled(gate, false);
        gate.Done = true;
        Take(living, gate);
    }

    private bool IsExposed(in StoredAt access) => Races?.IsExposed(access.Owner, access.Offset) == true;
}
