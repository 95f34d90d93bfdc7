namespace Interleaving.Scheduling;

/// <summary>
/// Gives the turn to the operation that the <see cref="Scheduler"/> picked. Each needs a thread for its stack, from its first step to its
/// end. A thread whose operation has ended takes on the next one that has none yet, so a program of short operations runs on few threads;
/// when it is the turn of one that has a thread, this one is parked. Once the execution is over, each that has a thread gets the turn once
/// more, to leave its stack, and the explorer's thread goes on last.
/// </summary>
/// <param name="execution">Of which execution.</param>
/// <param name="hosts">The threads.</param>
internal sealed class Dispatcher(Execution execution, HostPool hosts)
{
    private Host? explorer;
    private volatile Operation? running;

    /// <summary>Who has the turn and runs; null between two turns. Others may look at it at any time.</summary>
    public Operation? Running
    {
        get => running;
        set => running = value;
    }

    /// <summary>How many operations have a thread to themselves: they have begun, and not ended.</summary>
    public int Blocked => hosts.Busy;

    /// <summary>The threads are ready, and <paramref name="host"/>, that of the explorer, is the first to be used.</summary>
    public void Begin(Host host)
    {
        explorer = host;
        host.Adopt();
        hosts.Settle();
    }

    /// <summary>Runs <paramref name="root"/> and all that it starts, until the end.</summary>
    public void Run(Operation root)
    {
        var host = explorer!;
        root.Host = host;

        // Whoever gave the turn away must not look at anything until it comes back: the end may be there before this line.
        if (Drive(host, root))
            host.AwaitTurn();
    }

    /// <summary>
    /// Runs operations on this thread, one after the other, until the turn passes to another thread (true) or the execution
    /// is over with nobody left (false, and only on the explorer's own thread).
    /// </summary>
    public bool Drive(Host host, Operation operation)
    {
        while (true)
        {
            RunToEnd(operation);
            if (execution.Over)
                return PassTurnToUnwind(host);

            execution.Liveness.EndStreak();
            var next = execution.Scheduler.Next(operation);
            if (execution.Over)
                return PassTurnToUnwind(host);

            if (next.Host is { } other)
            {
                Park(host);
                other.GiveTurn();
                return true;
            }

            next.Host = host;
            operation = next;
        }
    }

    /// <summary>Gives the turn to <paramref name="next"/>, and returns when it comes back to <paramref name="operation"/>.</summary>
    public void Switch(Operation operation, Operation next)
    {
        Running = null;
        if (next.Host is { } host)
        {
            host.GiveTurn();
        }
        else
        {
            next.Host = hosts.Take();
            next.Host.GiveTurn(next);
        }

        operation.Host!.AwaitTurn();
        Running = operation;
    }

    /// <summary>Gives up a thread that will not unwind: its program swallows every exception. The thread sleeps for good.</summary>
    public void Abandon(Operation operation)
    {
        var host = operation.Host!;
        operation.Host = null;
        operation.Done = true;
        if (ReferenceEquals(host, explorer))
            Environment.FailFast("The test's own body swallows every exception and cannot be stopped.");
        PassTurn();
        Thread.Sleep(Timeout.Infinite);
    }

    private void RunToEnd(Operation operation)
    {
        Operation.Here = operation;
        Running = operation;
        execution.Work?.Began(operation);
        try
        {
            operation.Body();
            execution.DelayedStores.BeforeEnd(operation);
        }
        catch (ExecutionAbortedException)
        {
            // The execution is over; this was the way out.
        }
        catch (Exception e)
        {
            execution.Fail(operation, FailureKind.UnhandledException, execution.Words.Unhandled(operation, e), e);
        }

        operation.Stores?.Close();
        Running = null;
        if (execution.Control.IsHung)
            execution.Control.ForgetInterrupt();
        operation.Host = null;
        execution.Ended(operation);
    }

    private bool PassTurnToUnwind(Host host)
    {
        Park(host);
        return PassTurn(host);
    }

    /// <summary>The next operation that still has a stack leaves it; when none is left, the explorer goes on.</summary>
    private bool PassTurn(Host? from = null)
    {
        foreach (var operation in execution.Operations.Living)
        {
            if (operation.Host is { } host)
            {
                host.GiveTurn();
                return true;
            }
        }

        if (ReferenceEquals(from, explorer))
            return false;
        explorer!.GiveTurn();
        return true;
    }

    private void Park(Host host)
    {
        if (!ReferenceEquals(host, explorer))
            hosts.Park(host);
    }
}
