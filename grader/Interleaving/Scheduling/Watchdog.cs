using System.Diagnostics;

namespace Interleaving.Scheduling;

/// <summary>
/// Looks, in real time, whether the operation that has the turn still moves. One that waits for a lock of the platform's, which
/// an operation without the turn holds, would wait for ever: the engine sees no such lock. No verdict on a program comes from
/// here, only that it cannot be told.
/// </summary>
internal sealed class Watchdog
{
    private const int Interval = 250;

    /// <summary>Looks in a row at which a thread waits in one place: the engine's own waits do not count, and others are short.</summary>
    private const int LooksWhileWaiting = 4;

    /// <summary>The same for one that does not wait but never comes back either, from a call of native code for example.</summary>
    private const int LooksWhileAway = 60_000 / Interval;

    /// <summary>Looks after which one that was told to leave is given up.</summary>
    private const int LooksAfterHang = 20;

    private readonly ManualResetEventSlim stopped = new();
    private volatile Execution? watched;
    private volatile Failure? abandoned;
    private (Execution? Execution, Operation? Operation, int Steps, long Work) last;
    private int waiting;
    private int away;
    private int since;

    /// <summary>Set when an operation neither moves nor can be told to leave: its thread, and all others, are left behind.</summary>
    public Failure? Abandoned => abandoned;

    public void Watch(Execution? execution) => watched = execution;

    public void Start() => new Thread(Look) { IsBackground = true, Name = "Interleaving watchdog" }.UnsafeStart();

    public void Stop() => stopped.Set();

    private void Look()
    {
        while (!stopped.Wait(Interval))
        {
            // A person who looks at a breakpoint takes all the time there is.
            if (watched is { Dispatcher.Running: { } operation } execution && !Debugger.IsAttached)
                LookAt(execution, operation);
            else
                last = default;
        }
    }

    private void LookAt(Execution execution, Operation operation)
    {
        var now = (execution, operation, operation.Steps, operation.Work);
        if (now != last)
        {
            last = now;
            (waiting, away, since) = (0, 0, 0);
            return;
        }

        if (execution.Control.IsHung)
        {
            if (++since >= LooksAfterHang)
                abandoned = execution.Control.Lost;
            return;
        }

        var waits = operation.Host?.Thread?.ThreadState.HasFlag(System.Threading.ThreadState.WaitSleepJoin) == true;
        waiting = waits ? waiting + 1 : 0;
        if (waiting >= LooksWhileWaiting || ++away >= LooksWhileAway)
            execution.Control.Hang(operation, waits);
    }
}
