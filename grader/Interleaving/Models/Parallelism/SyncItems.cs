using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <summary>The items of an ordinary sequence; its enumerator runs under a lock.</summary>
internal sealed class SyncItems<T>(IEnumerable<T> items) : IAsyncItems<T>
{
    private IEnumerator<T>? shared;
    private LockState? gate;
    private bool ended;

    public void Begin(CancellationToken token)
    {
        shared = items.GetEnumerator();
        gate = new LockState(shared) { Unseen = "the next item" };
    }

    public void Next(Operation operation, Action<AsyncItem<T>> then) => then(Next(operation));

    public Task End()
    {
        shared!.Dispose();
        return Task.CompletedTask;
    }

    private AsyncItem<T> Next(Operation operation)
    {
        gate!.Enter(operation, -1);
        try
        {
            ended = ended || !shared!.MoveNext();
            return ended ? default : new AsyncItem<T>(true, shared!.Current);
        }
        catch (Exception e) when (e is not ExecutionAbortedException)
        {
            return new AsyncItem<T>(false, default, e);
        }
        finally
        {
            gate.Exit(operation);
        }
    }
}
