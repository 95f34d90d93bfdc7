namespace ConcurrencyKatas.EventLoop.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string Order =
        "Callbacks did not run in the order in which they were added. Put them all at the end of one queue, and take them from its front.";

    public const string Thread =
        "Something ran on a thread other than the one in Run. Only that thread runs callbacks; all others just put them into the queue.";

    public const string Inline =
        "A callback ran in the middle of the code that added it. CallSoon, CallLater and Post only put it into the queue, also on the loop's own "
        + "thread: it runs after those that are already there.";

    public const string Lost = "Other threads added callbacks, and not each of them ran exactly once.";

    public const string Shared = "Two loops were used, and one of them got what belonged to the other. Nothing of a loop may be static.";

    public const string MainsFailure =
        "main failed, and something else came out of Run. The caller should get the same exception that await would give: GetAwaiter().GetResult() "
        + "throws it as it is; Wait() and Result wrap it in an AggregateException.";

    public const string MainIsNoCallback = "main failed, and its exception was passed to failed. It belongs to the caller of Run.";

    public const string ContextInside =
        "SynchronizationContext.Current was not this loop while main ran. An await reads it to learn where to continue.";

    public const string ContextAfter =
        "After Run, SynchronizationContext.Current was not what it had been before. Put it back on every way out, also after a failure: use finally.";

    public const string Asleep =
        "Another thread added something while the loop slept, and the loop did not run it at that moment. Adding to the queue has to wake the loop.";

    public const string EndUnheard =
        "main ended on another thread while the loop slept, and Run did not return at that moment. The end of main has to wake the loop, just as a "
        + "call does.";

    public const string TooEarly = "Run returned before main had ended. An empty queue is no reason to leave: another thread may still call.";

    public const string NotRunning = "A callback ran while no thread was in Run. What is added between two runs waits for the next run.";

    public const string Between =
        "Something that was waiting when a run began or ended did not run exactly once, in its turn, in the next run. The queue and the timers "
        + "belong to the loop and outlive its runs.";

    public const string NeverEnds =
        "main had ended, and Run did not return. It waits neither for an empty queue nor for timers: check after each callback whether main has "
        + "ended.";

    public const string Again = "A loop was run three times, and one of the runs did not do what its own main does.";

    public const string Instants = "Timers did not fire in the order in which they were due.";

    public const string Late =
        "A timer did not fire when it was due (or, if the loop was busy then, as soon as it was free). A delay counts from the call of CallLater.";

    public const string LostTimer = "Not every timer fired once.";

    public const string Held =
        "CallLater did not return at once, or the loop did nothing else while it waited for a timer. Store when the timer is due, and go on. Only a "
        + "loop with nothing to do may sleep, until the first timer is due.";

    public const string SleptOn =
        "A call or an earlier timer was added while the loop slept, and something did not run when it was due. Each of them must wake the loop, "
        + "which then works out again how long it may sleep.";

    public const string TooSoon = "A timer fired before it was due.";

    public const string StarvedTimer =
        "A timer was due, and callbacks that kept adding new callbacks made it wait. Check the timers before each callback, not only when the queue "
        + "is empty.";

    public const string StarvedQueue =
        "Timers that were due at once made a callback in the queue wait. A timer that is due goes to the end of the queue, not to its front.";

    public const string NotSlow =
        "A callback was reported that held the loop for 100 ms or less, or one was reported twice. Only more than 100 ms is slow.";

    public const string Unreported =
        "A callback held the loop for more than 100 ms and was not reported. Time them all: those of CallSoon, CallLater and Post, the beginning of "
        + "main, and those that throw.";

    public const string Awaited =
        "A main that awaited was reported as slow. While it waits it does not hold the loop: time each stretch between two awaits separately.";

    public const string Name =
        "Slow callbacks were reported under the wrong names (\"Post\" for those of Post, \"main\" for the beginning of main), or in the wrong order.";

    public const string Duration =
        "A slow callback was reported with the wrong duration. Measure from the moment when it begins to run, not from when it was added, until it "
        + "ends.";

    public const string Stopped = "A callback threw, and the callbacks after it did not run. The loop must go on.";

    public const string Untold =
        "Callbacks threw, and failed was not called once for each of them, in order and with the right name (\"Post\" for those of Post). Every "
        + "exception counts, an OperationCanceledException too.";

    public const string Disguised = "failed was not given the exception that the callback threw, but a different one.";

    public const string Polling =
        "A longer wait took more work: the loop keeps checking whether there is something to do. Let it sleep until it is woken or the first timer "
        + "is due.";

    public const string ManyTimers =
        "Ten times as many timers took far more than ten times the work. If each timer goes through all the others, or moves them: a heap "
        + "(PriorityQueue) finds the first one in log n steps. If the loop wakes too early and looks again and again until a timer is due: round its "
        + "wait up.";
}
