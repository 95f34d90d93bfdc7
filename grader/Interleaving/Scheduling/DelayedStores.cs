namespace Interleaving.Scheduling;

/// <summary>
/// The stores of one execution that others see later (see <see cref="StoreBuffer"/>): which ones stay in a buffer, when they leave
/// it, and which ones it is worth to delay in later executions.
/// </summary>
/// <param name="execution">Which one.</param>
/// <param name="strategy">Who chooses whether a store is delayed.</param>
internal sealed class DelayedStores(Execution execution, IStrategy strategy)
{
    /// <summary>Pairs of a store and a read behind it that are kept; there may be one for each object of a large graph.</summary>
    private const int MostLate = 10_000;

    private readonly HashSet<(int Reader, StoredAt Store, StoredAt Read)> late = [];
    private readonly bool followsDelays = strategy.FollowsDelays;

    /// <summary>Whether this execution showed more stores that are worth delaying: what was tried before was not everything.</summary>
    public bool HasLearned { get; private set; }

    /// <summary>Whether plain stores of references are of interest.</summary>
    public bool IncludePlain => execution.Races is { Tolerates: true } || execution.WorthDelaying.IncludePlain || followsDelays;

    /// <summary>Whether a store stays in the operation's buffer. If not, what is in there goes first.</summary>
    public bool Delays(Operation operation, in StoredAt store)
    {
        if (operation.Atomic > 0)
            return false;
        var stores = operation.Stores ??= new StoreBuffer(operation);
        stores.Stored(store);
        if (execution.Operations.Enabled.Count > 1 && strategy.Delays(operation, execution.WorthDelaying.Contains(store.Site)))
            return true;
        stores.Empty();
        return false;
    }

    /// <summary>Leaves a store in the operation's buffer.</summary>
    public static void Hold<T>(Operation operation, in StoredAt store, ref T location, T value)
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

    /// <summary>A read takes place that <paramref name="store"/> may come later than.</summary>
    public void MayBeLate(Operation reader, in StoredAt store, in StoredAt read)
    {
        if (late.Count < MostLate && !execution.WorthDelaying.Contains(store.Site))
            late.Add((reader.Id, store, read));
    }

    /// <summary>The execution is over: only now is it known what was shared.</summary>
    public void Learn()
    {
        execution.WorthDelaying.IncludePlain |= execution.Races?.Tolerates == true;
        foreach (var (reader, store, read) in late)
        {
            if ((store.State?.IsShared ?? IsExposed(store)) && (read.State?.IsWrittenBeside(reader) ?? IsExposed(read)))
                HasLearned |= execution.WorthDelaying.Add(store.Site);
        }
    }

    /// <summary>An operation that stands for the next store to leave a buffer.</summary>
    public Operation NewGate(StoreBuffer buffer, Operation owner)
    {
        var gate = new Operation(execution, execution.Operations.Count, $"the store buffer of {owner.Name}", static () => { })
        {
            Gate = buffer,
            Enabled = false,
        };
        execution.Operations.AddStandby(gate);
        return gate;
    }

    /// <summary>There is a store that may leave the buffer now.</summary>
    public void Open(Operation gate, BufferedStore next)
    {
        gate.Steps++;
        gate.Pending = new Step(StepKind.Write, next.Owner, next.Offset, next.Site);
        execution.Liveness.Detector?.Queue(gate);
        execution.Operations.SetEnabled(gate, true);
    }

    /// <summary>
    /// The operation, or the task that it runs, is about to end, which empties the buffer. While something is in it, others may run first:
    /// else no read would ever come between the last read of the one and its stores.
    /// </summary>
    public void BeforeEnd(Operation operation)
    {
        if (operation.Stores is { IsEmpty: false } stores)
            execution.Yield(operation, new Step(StepKind.Sync, stores, 0, operation.Site));
    }

    private bool IsExposed(in StoredAt access) => execution.Races?.IsExposed(access.Owner, access.Offset) == true;
}
