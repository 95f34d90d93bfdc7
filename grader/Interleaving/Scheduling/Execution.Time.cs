namespace Interleaving.Scheduling;

/// <content>Virtual time: it moves only when no operation is enabled, to the next instant at which a timer is due.</content>
internal sealed partial class Execution
{
    private readonly PriorityQueue<VirtualTimer, (long Due, int Order)> timers = new();
    private readonly Dictionary<Operation, Interruption> interruptions = [];

    /// <summary>Looks at one instant before an operation counts as one that waits for the clock to move…</summary>
    private const int LooksBeforeWaiting = 100_000;

    /// <summary>…and once it does, before the clock moves again.</summary>
    private const int LooksWhileWaiting = 1_000;

    /// <summary>What a look counts for when others were let go first since the one before: who computes does not do that.</summary>
    private const int LooksOfPause = 1_000;

    private int timerCount;

    /// <summary>Virtual time since the start of the execution, in ticks of 100 ns.</summary>
    public long Now { get; private set; }

    /// <summary>
    /// What a clock says to <paramref name="operation"/>. A loop that only watches the clock sees it move after very many looks:
    /// more than a computation that watches its own progress is likely to take.
    /// </summary>
    public long ReadClock(Operation operation)
    {
        livelock?.Progress();
        var looker = operation.Origin;
        if (looker.LookedAt != Now && !looker.WatchesClock)
            looker.Looks = 0;
        looker.Looks += looker.LookedAt == Now && looker.GaveWayAtLook != looker.GaveWay ? LooksOfPause : 1;
        (looker.LookedAt, looker.GaveWayAtLook) = (Now, looker.GaveWay);
        if (looker.Looks < (looker.WatchesClock ? LooksWhileWaiting : LooksBeforeWaiting))
            return Now;
        looker.Looks = 0;
        looker.WatchesClock = true;
        Yield(operation, new Step(StepKind.Pause, null, 0, operation.Site));
        if (Now == looker.LookedAt && timers.Count == 0)
            Now += TimeSpan.TicksPerMillisecond;
        return Now;
    }

    /// <summary>The same in whole milliseconds.</summary>
    public long Milliseconds => Now / TimeSpan.TicksPerMillisecond;

    /// <summary>The instant, in UTC, at which every execution starts.</summary>
    public static DateTime Epoch { get; } = new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>
    /// Runs <paramref name="callback"/> as an operation of its own, <paramref name="milliseconds"/> (0 or more) from now. What is
    /// due at once need not wait for the clock to move, so it may come before whatever its maker does next.
    /// </summary>
    public VirtualTimer AddTimer(long milliseconds, string name, Action callback)
    {
        var timer = new VirtualTimer(DueIn(milliseconds), name, callback, null) { Context = ExecutionContext.Capture() };
        if (milliseconds > 0)
            return Add(timer);
        if (Operation.Here is { } operation)
            timer.Origin.Release(operation);
        Fire(timer);
        return timer;
    }

    /// <summary>Whether a timeout or a token already told a blocked operation to go on.</summary>
    internal bool IsInterrupted(Operation operation) =>
        interruptions.TryGetValue(operation, out var interruption) && interruption.Happened;

    /// <summary>Ends the wait of an operation, or its next one, with an exception.</summary>
    public void InterruptThread(Operation operation)
    {
        operation.Interrupted = true;
        Interrupt(operation, byToken: false);
    }

    private static void ThrowIfInterrupted(Operation operation)
    {
        if (!operation.Interrupted)
            return;
        operation.Interrupted = false;
        throw new ThreadInterruptedException();
    }

    private VirtualTimer AddSleeper(Operation operation, long milliseconds) =>
        Add(new VirtualTimer(DueIn(milliseconds), operation.Name, null, operation));

    private long DueIn(long milliseconds) => Now + (milliseconds * TimeSpan.TicksPerMillisecond);

    private VirtualTimer Add(VirtualTimer timer)
    {
        if (Operation.Here is { } operation)
            timer.Origin.Release(operation);
        timers.Enqueue(timer, (timer.Due, timerCount++));
        return timer;
    }

    private void Interrupt(Operation operation, bool byToken)
    {
        if (!interruptions.TryGetValue(operation, out var interruption))
            return;
        interruption.Happened = true;
        interruption.ByToken |= byToken;
        SetEnabled(operation, true);
    }

    /// <summary>Moves to the next due instant and enables all that is due then; false when no timer is pending.</summary>
    private bool AdvanceTime()
    {
        var any = false;
        if (++steps > stepLimit)
            PassLimit(null);
        if (Over)
            return false;

        while (timers.TryPeek(out var timer, out _))
        {
            if (timer.Cancelled)
            {
                timers.Dequeue();
                continue;
            }

            if (any && timer.Due != Now)
                break;
            if (timer.Due > Limits.MaxTime?.Ticks)
            {
                Fail(null, FailureKind.Assertion, Words.TimeLimit(this, Limits.MaxTime.Value));
                return false;
            }

            timers.Dequeue();
            Now = timer.Due;
            any = true;
            Fire(timer);
        }

        return any || CancelAtLast();
    }

    private void Fire(VirtualTimer timer)
    {
        if (timer.Sleeper is { } sleeper)
        {
            Interrupt(sleeper, byToken: false);
            return;
        }

        var previous = Operation.Here;
        Operation.Here = null;
        Spawn(timer.Name, () =>
        {
            if (timer.Cancelled)
                return;
            if (timer.Context is { } context)
                ExecutionContext.Run(context, static state => ((Action)state!)(), timer.Callback);
            else
                timer.Callback!();
        }, timer.Origin);
        Operation.Here = previous;
    }

    private sealed class Interruption
    {
        public bool Happened;

        public bool ByToken;
    }
}
