using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <summary>The items of an async sequence; workers ask its enumerator one after the other, in order of arrival.</summary>
internal sealed class AsyncItems<T>(IAsyncEnumerable<T> items) : IAsyncItems<T>
{
    private readonly Queue<Action<Operation>> line = new();
    private readonly SyncState turn = new();
    private IAsyncEnumerator<T>? shared;
    private bool busy;
    private bool ended;

    public void Begin(CancellationToken token) => shared = items.GetAsyncEnumerator(token);

    public void Next(Operation operation, Action<AsyncItem<T>> then)
    {
        if (busy)
            line.Enqueue(next => Ask(next, then));
        else
            Ask(operation, then);
    }

    public Task End()
    {
        var end = shared!.DisposeAsync();
        return ValueTaskModel.AsTask(ref end);
    }

    private void Ask(Operation operation, Action<AsyncItem<T>> then)
    {
        busy = true;
        turn.Acquire(operation);
        if (ended)
        {
            Leave(operation);
            then(default);
            return;
        }

        Task<bool> moving;
        try
        {
            var move = shared!.MoveNextAsync();
            moving = ValueTaskOfTModel.AsTask(ref move);
        }
        catch (Exception e) when (e is not ExecutionAbortedException)
        {
            moving = Task.FromException<bool>(e);
        }

        AsyncStep.After(operation, moving, failure =>
        {
            var current = Operation.Current!;
            ended = failure is not null || !moving.Result;
            var item = ended ? new AsyncItem<T>(false, default, failure) : new AsyncItem<T>(true, shared!.Current);
            Leave(current);
            then(item);
        });
    }

    private void Leave(Operation operation)
    {
        turn.Release(operation);
        busy = line.Count > 0;
        if (!busy)
            return;
        var next = line.Dequeue();
        var execution = operation.Execution;
        execution.Spawn(execution.NameFor("continuation"), () => next(Operation.Current!));
    }
}
