using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <summary>
/// One run of a parallel loop: the caller and further operations, as many as there are cores at most, take items until none
/// is left. After an exception, a cancellation or a Stop no further iteration begins; after a Break only lower ones do.
/// </summary>
/// <param name="name">What its workers are called.</param>
/// <param name="options">As the caller gave them.</param>
/// <param name="workers">How many operations take part when neither the options nor the items allow fewer; null for one on each core.</param>
internal sealed class ParallelLoop(string name, ParallelOptions? options, int? workers = null) : SyncState
{
    private readonly CancellationToken token = options?.CancellationToken ?? default;
    private readonly WaitQueue done = new();
    private List<Exception>? exceptions;
    private int running;

    public bool IsStopped { get; private set; }

    public bool IsExceptional => exceptions is not null;

    public long? LowestBreak { get; private set; }

    public ParallelLoopResult Run<T, TLocal>(
        Operation caller,
        ILoopSource<T> source,
        Func<TLocal>? init,
        Func<T, ParallelLoopState, long, TLocal, TLocal> body,
        Action<TLocal>? final)
    {
        token.ThrowIfCancellationRequested();
        var degree = (int)Math.Min(source.Count, Degree(caller));
        if (degree > 0)
        {
            source.Divide(degree);
            Run(caller, degree, (operation, worker) => Work(operation, source.Take(operation, worker), init, body, final));
        }

        (source as IDisposable)?.Dispose();
        Raise();
        var result = default(ParallelLoopResult);
        Completed(ref result) = !IsStopped && LowestBreak is null;
        LowestBreakIteration(ref result) = LowestBreak;
        return result;
    }

    /// <exception cref="InvalidOperationException">Break was called before.</exception>
    public void Stop(Operation operation)
    {
        operation.Arrive(this);
        if (LowestBreak is not null)
            throw new InvalidOperationException("Stop was called after Break was called.");
        IsStopped = true;
    }

    /// <exception cref="InvalidOperationException">Stop was called before.</exception>
    public void Break(Operation operation, long index)
    {
        operation.Arrive(this);
        if (IsStopped)
            throw new InvalidOperationException("Break was called after Stop was called.");
        LowestBreak = Math.Min(LowestBreak ?? long.MaxValue, index);
    }

    /// <summary>Whether the iteration with this index should not begin, or should end soon.</summary>
    public bool ShouldExit(long index) =>
        IsStopped || IsExceptional || index > LowestBreak || token.IsCancellationRequested;

    private long Degree(Operation caller)
    {
        var most = workers ?? caller.Execution.Limits.Cores;
        return options is { MaxDegreeOfParallelism: > 0 } ? Math.Min(options.MaxDegreeOfParallelism, most) : most;
    }

    private void Run(Operation caller, int degree, Action<Operation, int> work)
    {
        var execution = caller.Execution;
        running = degree - 1;
        for (var i = 1; i < degree; i++)
        {
            var worker = i;
            var body = Flow.Along(() => work(Operation.Current!, worker));
            execution.Spawn(execution.NameFor(name), () =>
            {
                body();
                execution.CatchUp(Operation.Current!, this);
                Release(Operation.Current!);
                done.Set(--running == 0);
            });
        }

        work(caller, 0);
        execution.CatchUp(caller, this);
        if (running > 0)
            execution.Block(caller, done, new Wait(WaitKind.Workers) { Name = name });
        Acquire(caller);
    }

    private void Work<T, TLocal>(
        Operation operation,
        IEnumerable<(T Item, long Index)> items,
        Func<TLocal>? init,
        Func<T, ParallelLoopState, long, TLocal, TLocal> body,
        Action<TLocal>? final)
    {
        var begun = false;
        var local = default(TLocal)!;
        try
        {
            try
            {
                var shared = LoopState.Make(operation.Execution, this, out var state);
                foreach (var (item, index) in items)
                {
                    // As the platform does, a worker leaves with the first item behind a Break, also when trillions follow: those before it
                    // are somebody's already, since each worker goes through a part of its own, or all through one sequence, in order.
                    if (ShouldExit(index))
                        break;

                    if (!begun)
                    {
                        begun = true;
                        if (init is not null)
                            local = init();
                    }

                    state.Index = index;
                    Charges.Call();
                    operation.Item++;
                    local = body(item, shared, index, local);
                }
            }
            finally
            {
                if (begun)
                    final?.Invoke(local);
            }
        }
        catch (Exception e) when (e is not ExecutionAbortedException)
        {
            (exceptions ??= []).Add(e);
        }
    }

    private void Raise()
    {
        if (exceptions is not null)
        {
            if (token.IsCancellationRequested && exceptions.TrueForAll(IsOurs))
                throw exceptions[0];
            throw new AggregateException(exceptions);
        }

        token.ThrowIfCancellationRequested();
    }

    private bool IsOurs(Exception exception) =>
        exception is OperationCanceledException cancelled && cancelled.CancellationToken == token;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_completed")]
    private static extern ref bool Completed(ref ParallelLoopResult result);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_lowestBreakIteration")]
    private static extern ref long? LowestBreakIteration(ref ParallelLoopResult result);
}
