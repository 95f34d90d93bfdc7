namespace Interleaving.Scheduling;

/// <summary>
/// A pooled thread that lends its stack to operations. It runs only while it has the turn; a semaphore of its own
/// was the fastest portable way to hand the turn over (measured against spinning and AutoResetEvent).
/// </summary>
internal sealed class Host : IDisposable
{
    // At most one: a turn given twice fails where it is given, not as a hang much later.
    private readonly SemaphoreSlim turn = new(0, 1);
    private Operation? assigned;
    private volatile bool stopped;

    /// <summary>In order of creation.</summary>
    public int Number { get; init; }

    public void Start(HostPool pool)
    {
        var thread = new Thread(() => Loop(pool), pool.StackBytes) { IsBackground = true, Name = "Interleaving host" };
        thread.UnsafeStart();
    }

    /// <summary>Gives this host the turn, to start <paramref name="operation"/> or to go on where it stopped.</summary>
    public void GiveTurn(Operation? operation = null)
    {
        assigned = operation;
        turn.Release();
    }

    /// <summary>Returns once the turn comes, with the operation to start, if that is what it is for.</summary>
    public Operation? AwaitTurn()
    {
        turn.Wait();
        var operation = assigned;
        assigned = null;
        return operation;
    }

    public void Stop()
    {
        stopped = true;
        turn.Release();
    }

    public void Dispose() => turn.Dispose();

    private void Loop(HostPool pool)
    {
        Affinity.Pin(pool.Processor);
        while (true)
        {
            var operation = AwaitTurn();
            if (stopped)
                break;
            operation?.Execution.Drive(this, operation);
        }

        Dispose();
    }
}
