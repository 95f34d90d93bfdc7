namespace Interleaving.Scheduling;

/// <summary>
/// The time of one execution. It stands still while the program computes, and moves only when no operation can run, or when all
/// that run do nothing but wait (see <see cref="Liveness"/>): then to the next instant at which a timer is due.
/// </summary>
/// <param name="execution">Whose time it is.</param>
internal sealed class VirtualClock(Execution execution)
{
    /// <summary>Reads of the clock at one instant before an operation counts as one that only waits for the clock to move…</summary>
    private const int ReadsBeforeWaiting = 100_000;

    /// <summary>…and once it does, before the clock moves again.</summary>
    private const int ReadsWhileWaiting = 1_000;

    /// <summary>What a read counts for if others were let go first since the one before: who computes does not do that.</summary>
    private const int ReadsOfPause = 1_000;

    private readonly PriorityQueue<VirtualTimer, (long Due, int Order)> timers = new();

    /// <summary>The instant, in UTC, at which every execution starts.</summary>
    public static DateTime Epoch { get; } = new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Virtual time since the start of the execution, in ticks of 100 ns.</summary>
    public long Now { get; private set; }

    /// <summary>The same in whole milliseconds.</summary>
    public long Milliseconds => Now / TimeSpan.TicksPerMillisecond;

    /// <summary>How many timers were set so far.</summary>
    public int TimersSet { get; private set; }

    /// <summary>
    /// What a clock says to <paramref name="operation"/>. A loop that only watches the clock sees it move after very many reads:
    /// more than a computation that watches its own progress is likely to take.
    /// </summary>
    public long Read(Operation operation)
    {
        execution.Liveness.Detector?.Progress();
        var reader = operation.Origin;
        ref var reads = ref reader.ClockReads;
        if (reads.At != Now && !reads.Waits)
            reads.Count = 0;
        reads.Count += reads.At == Now && reads.GaveWay != reader.GaveWay ? ReadsOfPause : 1;
        (reads.At, reads.GaveWay) = (Now, reader.GaveWay);
        if (reads.Count < (reads.Waits ? ReadsWhileWaiting : ReadsBeforeWaiting))
            return Now;
        (reads.Count, reads.Waits) = (0, true);
        execution.Yield(operation, new Step(StepKind.Pause, null, 0, operation.Site));
        if (Now == reads.At && timers.Count == 0)
            Now += TimeSpan.TicksPerMillisecond;
        return Now;
    }

    /// <summary>
    /// Runs <paramref name="callback"/> as an operation of its own, <paramref name="milliseconds"/> (0 or more) from now. What is
    /// due at once need not wait for the clock to move, so it may come before whatever its maker does next.
    /// </summary>
    /// <param name="milliseconds">In how long.</param>
    /// <param name="name">What to call the operation.</param>
    /// <param name="callback">What it does.</param>
    /// <param name="periodic">Whether it is a tick of many.</param>
    public VirtualTimer AddTimer(long milliseconds, string name, Action callback, bool periodic = false)
    {
        var timer = new VirtualTimer(DueIn(milliseconds), name, callback, null) { Context = ExecutionContext.Capture(), IsPeriodic = periodic };
        if (milliseconds > 0)
            return Add(timer);
        if (Operation.Here is { } operation)
            timer.Origin.Release(operation);
        Fire(timer);
        return timer;
    }

    /// <summary>Ends the wait of an operation <paramref name="milliseconds"/> from now.</summary>
    public VirtualTimer AddTimeout(Operation operation, long milliseconds) =>
        Add(new VirtualTimer(DueIn(milliseconds), operation.Name, null, operation));

    /// <summary>Whether anything is still to come.</summary>
    public bool GoesOn => timers.UnorderedItems.Any(static item => !item.Element.Cancelled);

    /// <summary>Whether nothing is still to come but ticks of periodic timers.</summary>
    public bool OnlyTicks => timers.UnorderedItems.All(static item => item.Element.Cancelled || item.Element.IsPeriodic);

    /// <summary>Whether one of the first <paramref name="set"/> timers is still to come.</summary>
    public bool IsPending(int set) => timers.UnorderedItems.Any(item => !item.Element.Cancelled && item.Priority.Order < set);

    /// <summary>
    /// Moves to the next due instant and enables all that is due then; false when no timer is pending, or the limit of time is passed.
    /// </summary>
    public bool Advance()
    {
        var any = false;
        while (timers.TryPeek(out var timer, out _))
        {
            if (timer.Cancelled)
            {
                timers.Dequeue();
                continue;
            }

            if (any && timer.Due != Now)
                break;
            if (timer.Due > execution.Limits.MaxTime?.Ticks)
            {
                execution.Fail(null, FailureKind.Assertion, execution.Words.TimeLimit(execution, execution.Limits.MaxTime.Value));
                return false;
            }

            timers.Dequeue();
            Now = timer.Due;
            any = true;
            Fire(timer);
        }

        return any;
    }

    private long DueIn(long milliseconds) => Now + (milliseconds * TimeSpan.TicksPerMillisecond);

    private VirtualTimer Add(VirtualTimer timer)
    {
        if (Operation.Here is { } operation)
            timer.Origin.Release(operation);
        timers.Enqueue(timer, (timer.Due, TimersSet++));
        return timer;
    }

    private void Fire(VirtualTimer timer)
    {
        if (timer.Sleeper is { } sleeper)
        {
            sleeper.Interrupt(byToken: false);
            return;
        }

        var previous = Operation.Here;
        Operation.Here = null;
        execution.Spawn(timer.Name, () =>
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
}

/// <summary>How often one operation read the clock without having it move.</summary>
internal struct ClockReads
{
    /// <summary>How often it did at <see cref="At"/>.</summary>
    public int Count;

    /// <summary>The instant at which it last read the clock.</summary>
    public long At;

    /// <summary>How often it had let others go first by then.</summary>
    public int GaveWay;

    /// <summary>Whether it seems to do nothing but read the clock, since it last blocked.</summary>
    public bool Waits;
}
