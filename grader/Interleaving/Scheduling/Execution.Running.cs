using Interleaving.Memory;

namespace Interleaving.Scheduling;

/// <content>How operations get a thread, and how an execution ends with none of them left behind.</content>
internal sealed partial class Execution
{
    private Host? explorerHost;

    /// <summary>The execution in which this one takes place, as one on simulated cores may; null when there is none.</summary>
    public Execution? Outer { get; init; }

    /// <summary>The outermost, which is this one where there is no other around it.</summary>
    public Execution Outermost => Outer?.Outermost ?? this;

    /// <summary>How many operations have a thread to themselves: they have begun, and not ended.</summary>
    public int Blocked => hosts.Busy;

    /// <summary>Runs <paramref name="main"/> and all that it starts, on this thread and the pool's, until the end.</summary>
    public void Run(Host host, Action main)
    {
        Boxes.BeginStack();
        explorerHost = host;
        host.Adopt();
        hosts.Settle();
        var root = Spawn("main", main);
        root.Host = host;
        root.IsThread = true;

        // Whoever gave the turn away must not look at anything until it comes back: the end may be there before this line.
        if (Drive(host, root))
            host.AwaitTurn();
        Operation.Here = null;
        Calls.End();
    }

    /// <summary>
    /// Runs operations on this thread, one after the other, until the turn passes to another thread (true) or the execution
    /// is over with nobody left (false, and only on the explorer's own thread).
    /// </summary>
    internal bool Drive(Host host, Operation operation)
    {
        while (true)
        {
            RunToEnd(operation);
            if (Over)
                return PassTurnToUnwind(host);

            Liveness.EndStreak();
            var next = Choose(operation);
            if (Over)
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

    /// <summary>Gives up a thread that will not unwind: its program swallows every exception. The thread sleeps for good.</summary>
    internal void Abandon(Operation operation)
    {
        var host = operation.Host!;
        operation.Host = null;
        operation.Done = true;
        if (ReferenceEquals(host, explorerHost))
            Environment.FailFast("The test's own body swallows every exception and cannot be stopped.");
        PassTurn();
        Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>Takes in an operation that has no thread and cannot run until it is enabled.</summary>
    internal void AddStandby(Operation operation)
    {
        operations.Add(operation);
        living.Add(operation);
    }

    /// <summary>It will not run any more.</summary>
    internal void RemoveStandby(Operation operation)
    {
        SetEnabled(operation, false);
        operation.Done = true;
        Take(living, operation);
    }

    /// <summary>Something happens that no clock shows: how far everybody has come by then tells this execution from others.</summary>
    internal void LookedDifferent(Operation owner)
    {
        foreach (var operation in living)
            Learnt += (((ulong)(uint)owner.Id << 32) | (uint)operation.Id) * 1_099_511_628_211 ^ (ulong)operation.Steps * 0x9E37_79B9_7F4A_7C15;
    }

    internal void Begin(Operation operation, VectorClock past)
    {
        (operation.Slot, var start) = slots.Take(past);
        operation.Clock.Join(past);
        operation.Clock.Start(operation.Slot, start);
    }

    private void RunToEnd(Operation operation)
    {
        Operation.Here = operation;
        Running = operation;
        Work?.Began(operation);
        try
        {
            operation.Body();
            DelayedStores.BeforeEnd(operation);
        }
        catch (ExecutionAbortedException)
        {
            // The execution is over; this was the way out.
        }
        catch (Exception e)
        {
            Fail(operation, FailureKind.UnhandledException, Words.Unhandled(operation, e), e);
        }

        operation.Stores?.Close();
        Running = null;
        if (IsHung)
            ForgetInterrupt();
        operation.Steps++;
        operation.Pending = default;
        SetEnabled(operation, false);
        operation.Done = true;
        Take(living, operation);
        operation.Host = null;
        Liveness.Ended(operation);
        slots.Give(operation.Slot, operation.LastAccess, operation.Clock[operation.Slot]);
        Learnt += operation.Clock.Hash((ulong)operation.Id);
        operation.Clock.Clear();
        Work?.Ended(operation);
        Operation.Here = null;
        Recorder?.Ended(operation);
    }

    private bool PassTurnToUnwind(Host host)
    {
        Park(host);
        return PassTurn(host);
    }

    /// <summary>The next operation that still has a stack leaves it; when none is left, the explorer goes on.</summary>
    private bool PassTurn(Host? from = null)
    {
        foreach (var operation in living)
        {
            if (operation.Host is { } host)
            {
                host.GiveTurn();
                return true;
            }
        }

        if (ReferenceEquals(from, explorerHost))
            return false;
        explorerHost!.GiveTurn();
        return true;
    }

    /// <summary>Out of a list in order of creation. To compare each with the one in question would take most of the time of a program that starts many.</summary>
    private static void Take(List<Operation> from, Operation operation)
    {
        var at = from.BinarySearch(operation, Operation.ByCreation);
        if (at >= 0)
            from.RemoveAt(at);
    }

    private void Park(Host host)
    {
        if (!ReferenceEquals(host, explorerHost))
            hosts.Park(host);
    }
}
