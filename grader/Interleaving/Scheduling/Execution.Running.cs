namespace Interleaving.Scheduling;

/// <content>How operations get a thread, and how an execution ends with none of them left behind.</content>
internal sealed partial class Execution
{
    private Host? explorerHost;
    private int stacks;

    /// <summary>Runs <paramref name="main"/> and all that it starts, on this thread and the pool's, until the end.</summary>
    public void Run(Host host, Action main)
    {
        explorerHost = host;
        hosts.Settle();
        var root = Spawn("main", main);
        stacks = 0;
        var next = root;
        while (next is not null || !(Over && stacks == 0))
        {
            if (next is not null)
            {
                next.Host = host;
                Drive(host, next);
            }

            if (Over && stacks == 0)
                break;
            next = host.AwaitTurn();
        }

        Operation.Current = null;
    }

    /// <summary>Runs operations on this thread, one after the other, until the turn passes to another thread.</summary>
    internal void Drive(Host host, Operation operation)
    {
        while (true)
        {
            RunToEnd(operation);
            if (Over)
            {
                PassTurnToUnwind(host);
                return;
            }

            streak = 0;
            var next = Choose(operation);
            if (Over)
            {
                PassTurnToUnwind(host);
                return;
            }

            if (next.Host is { } other)
            {
                Park(host);
                other.GiveTurn();
                return;
            }

            next.Host = host;
            operation = next;
        }
    }

    /// <summary>Gives up a thread that will not unwind: its program swallows every exception. The thread sleeps for good.</summary>
    internal void Abandon(Operation operation)
    {
        var host = operation.Host!;
        operation.Host = null;
        operation.Done = true;
        stacks--;
        if (ReferenceEquals(host, explorerHost))
            Environment.FailFast("The test's own body swallows every exception and cannot be stopped.");
        PassTurn();
        Thread.Sleep(Timeout.Infinite);
    }

    private void RunToEnd(Operation operation)
    {
        stacks++;
        Operation.Current = operation;
        try
        {
            operation.Body();
        }
        catch (ExecutionAbortedException)
        {
            // The execution is over; this was the way out.
        }
        catch (Exception e)
        {
            Fail(operation, FailureKind.UnhandledException, Messages.Unhandled(operation, e), e);
        }

        operation.Steps++;
        SetEnabled(operation, false);
        operation.Done = true;
        operation.Host = null;
        slots.Give(operation.Slot, operation.LastAccess, operation.Clock[operation.Slot]);
        operation.Clock.Clear();
        stacks--;
        Operation.Current = null;
        Recorder?.Ended(operation);
    }

    private void PassTurnToUnwind(Host host)
    {
        Park(host);
        PassTurn(host);
    }

    /// <summary>The next operation that still has a stack leaves it; when none is left, the explorer goes on.</summary>
    private void PassTurn(Host? from = null)
    {
        foreach (var operation in operations)
        {
            if (operation.Host is { } host)
            {
                host.GiveTurn();
                return;
            }
        }

        if (!ReferenceEquals(from, explorerHost))
            explorerHost!.GiveTurn();
    }

    private void Park(Host host)
    {
        if (!ReferenceEquals(host, explorerHost))
            hosts.Park(host);
    }
}
