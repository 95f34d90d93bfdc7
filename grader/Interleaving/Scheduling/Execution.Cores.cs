namespace Interleaving.Scheduling;

/// <content>What is different on simulated cores (see <see cref="Cores"/>): everybody computes, each on a core and in a time of their own.</content>
internal sealed partial class Execution
{
    /// <summary>Counts cache lines that move between cores; null unless the execution measures parallelism.</summary>
    public CacheModel? Caches { get; init; }

    /// <summary>Units of work after which an operation lets the simulated cores catch up with its own; 0 where there are none.</summary>
    public long Slice { get; init; }

    internal long FirstSlice => Slice > 0 ? Slice : long.MaxValue;

    /// <summary>
    /// On simulated cores, nobody may see what <paramref name="operation"/> does next before the time at which it does it: all
    /// that others do earlier is done first. To be called before an act that is no yield point by itself.
    /// </summary>
    internal void CatchUp(Operation operation, object? target = null)
    {
        if (Caches is not null)
            Yield(operation, new Step(StepKind.Sync, target, 0, operation.Site));
    }

    /// <summary>On simulated cores, nobody computes for long while others, on theirs, are further behind.</summary>
    private void Simulate(Operation operation)
    {
        if (Liveness.Detector is not null)
            return;
        var over = operation.Work > operation.SliceEnd;
        if (over)
            operation.SliceEnd = operation.Work + Slice;
        operation.WorkLimit = Math.Min(operation.SliceEnd, Work?.Limit(operation) ?? Limits.MaxWork);
        if (over)
            Yield(operation, new Step(StepKind.Read, null, 0, operation.Site));
    }
}
