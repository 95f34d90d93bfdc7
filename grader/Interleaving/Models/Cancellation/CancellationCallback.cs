using Interleaving.Scheduling;

namespace Interleaving.Models.Cancellation;

/// <summary>What runs when a source is cancelled, and who waits for it to have run.</summary>
internal sealed class CancellationCallback(Action callback)
{
    private readonly SyncState registered = new();
    private readonly SyncState ended = new();
    private readonly WaitQueue over = new();

    /// <summary>The operation that runs the callback now.</summary>
    public Operation? Runner { get; private set; }

    /// <summary>Called once the callback has run.</summary>
    public Action? Then { get; set; }

    public void Registered(Operation operation) => registered.Release(operation);

    public void Run(Operation operation)
    {
        Runner = operation;
        registered.Acquire(operation);
        try
        {
            callback();
        }
        finally
        {
            Runner = null;
            ended.Release(operation);
            over.Set(true);
            Then?.Invoke();
        }
    }

    /// <summary>Blocks while another operation runs the callback.</summary>
    public void AwaitEnd(Operation operation)
    {
        if (Runner is not null && !ReferenceEquals(Runner, operation))
            operation.Execution.Block(operation, over, new Wait(WaitKind.CancellationCallback, () => Runner));
        if (over.IsOpen)
            ended.Acquire(operation);
    }
}
