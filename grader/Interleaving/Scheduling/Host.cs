namespace Interleaving.Scheduling;

/// <summary>
/// A pooled thread that lends its stack to operations. It runs only while it has the turn.
/// </summary>
internal sealed class Host : IDisposable
{
    private readonly Turn turn = new();
    private Operation? assigned;

    [ThreadStatic]
    private static bool isHost;
    private volatile bool stopped;

    /// <summary>In order of creation.</summary>
    public int Number { get; init; }

    /// <summary>Whether the current thread lends its stack to operations.</summary>
    public static bool IsHere => isHost;

    /// <summary>The thread that lends its stack; null before it starts.</summary>
    public Thread? Thread { get; private set; }

    /// <summary>Lends the stack of the current thread.</summary>
    public void Adopt() => (Thread, isHost) = (Thread.CurrentThread, true);

    public void Start(HostPool pool)
    {
        var thread = new Thread(() => Loop(pool), pool.StackBytes) { IsBackground = true, Name = "Interleaving host" };
        thread.UnsafeStart();
    }

    /// <summary>Gives this host the turn, to start <paramref name="operation"/> or to go on where it stopped.</summary>
    public void GiveTurn(Operation? operation = null)
    {
        assigned = operation;
        turn.Give();
    }

    /// <summary>Returns once the turn comes, with the operation to start, if that is what it is for.</summary>
    public Operation? AwaitTurn()
    {
        turn.Await();
        var operation = assigned;
        assigned = null;
        return operation;
    }

    public void Stop()
    {
        stopped = true;
        turn.Give();
    }

    public void Dispose() => turn.Dispose();

    private void Loop(HostPool pool)
    {
        Memory.Boxes.BeginStack();
        Adopt();
        var processor = pool.Processor;
        Affinity.Pin(processor);
        while (true)
        {
            var operation = AwaitTurn();
            if (processor != pool.Processor)
                Affinity.Pin(processor = pool.Processor);
            if (stopped)
                break;
            operation?.Execution.Dispatcher.Drive(this, operation);
        }

        Dispose();
    }
}
