using System.Runtime.ExceptionServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Queries;

/// <summary>Hands the results of a running query over to the one who goes through them.</summary>
internal sealed class Merge<T>(Query<T> query, Operation consumer) : SyncState
{
    private readonly Queue<T> ready = new();
    private readonly WaitQueue some = new();
    private readonly WaitQueue done = new();
    private ExceptionDispatchInfo? failure;
    private bool left;

    public IEnumerable<T> Items()
    {
        var execution = consumer.Execution;
        execution.Spawn(execution.NameFor("AsParallel"), Flow.Along(Produce));
        try
        {
            while (Next(Operation.Current!, out var item))
                yield return item;
        }
        finally
        {
            left = true;
            if (Operation.Current is { } operation && !execution.Over)
                execution.Block(operation, done, new Wait(WaitKind.Query));
        }

        failure?.Throw();
    }

    private bool Next(Operation operation, out T item)
    {
        operation.Arrive(this);
        if (ready.Count == 0 && !done.IsOpen)
            operation.Execution.Block(operation, some, new Wait(WaitKind.QueryResult));
        Acquire(operation);
        var found = ready.TryDequeue(out item!);
        some.Set(ready.Count > 0 || done.IsOpen);
        return found;
    }

    private void Produce()
    {
        try
        {
            query.Run(Operation.Current!, () => new Sink<T>((item, _) => Add(item), static () => { }));
        }
        catch (Exception e) when (e is not ExecutionAbortedException)
        {
            failure = left ? null : ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            consumer.Execution.CatchUp(Operation.Current!, this);
            Release(Operation.Current!);
            done.Set(true);
            some.Set(true);
        }
    }

    private void Add(T item)
    {
        var operation = Operation.Current!;
        operation.Arrive(this);
        if (left)
            throw new OperationCanceledException("Nobody wants the rest.");
        ready.Enqueue(item);
        Release(operation);
        some.Set(true);
    }
}
