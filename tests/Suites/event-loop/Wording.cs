namespace ConcurrencyKatas.EventLoop.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string Order = "Callbacks ran in another order than they were called for. One queue takes them all: in at the end, out at the front.";

    public const string Thread =
        "Something ran on another thread than that of Run. Only the thread that is in Run calls callbacks; everybody else puts them into the queue.";

    public const string Inline =
        "A callback ran in the middle of whoever called for it. CallSoon, CallLater and Post only put it into the queue, also on the loop's own "
        + "thread: it gets its turn after those that are there already.";

    public const string Lost = "Callbacks were called for from other threads, and not each of them ran once.";

    public const string Shared = "Two loops were used, and one of them got what was the other's. Nothing of a loop may be static.";

    public const string MainsFailure =
        "main ended by an exception, and something else came out of Run. The caller should get the very exception, as await would give it: Wait() "
        + "and Result wrap it into an AggregateException, GetAwaiter().GetResult() does not.";

    public const string MainIsNoCallback = "main failed, and the loop's failed was told of it. That failure belongs to the caller of Run.";

    public const string ContextInside =
        "While main runs, SynchronizationContext.Current should be this loop: an await asks there where it is to go on.";

    public const string ContextAfter =
        "After Run, SynchronizationContext.Current was not what it had been before. Put it back on every way out, failures too: that is what a "
        + "finally is for.";

    public const string Asleep =
        "Another thread called for something while the loop slept, and the loop did not run it at that instant. Whoever puts something into the "
        + "queue has to wake the loop.";

    public const string EndUnheard =
        "main ended on another thread while the loop slept, and Run did not return at that instant. The end of main has to wake the loop, as a call does.";

    public const string TooEarly = "Run returned before main had ended. An empty queue is no reason to leave: somebody may call later.";

    public const string NotRunning = "A callback ran while nobody was in Run. What is called for between two runs waits for the next one.";

    public const string Between =
        "What waited when a run began or ended did not run exactly once in the next run, at its turn. The queue and the timers belong to the loop, "
        + "and outlive its runs.";

    public const string NeverEnds =
        "main had ended, and Run went on all the same. It does not wait for an empty queue, nor for timers: ask whether main has ended after each callback.";

    public const string Again = "A loop was run three times, and one of the runs did not do what its own main says.";

    public const string Instants = "Timers fired in another order than that of the instants at which they were due.";

    public const string Late =
        "A timer did not fire at the instant at which it was due (or, when the loop was busy then, as soon as it was free). A delay counts from the "
        + "call of CallLater.";

    public const string LostTimer = "Not every timer fired once.";

    public const string Held =
        "CallLater did not return at once, or the loop did nothing else while a timer ran. Remember when it is due, and go on; only a loop that has "
        + "nothing to do may sleep, until the first timer is due.";

    public const string SleptOn =
        "While the loop slept, a nearer timer or a call came in, and it or another timer was not run at its instant. Each of them wakes the loop, "
        + "which then works out anew for how long it may sleep.";

    public const string TooSoon = "A timer fired before it was due.";

    public const string StarvedTimer =
        "A timer was due, and callbacks that called for the next callback kept it waiting, one after another. Look at the timers before each "
        + "callback, not only when the queue is empty.";

    public const string StarvedQueue =
        "Timers that were due at once kept a callback in the queue waiting. A timer that is due joins the queue; it does not go first.";

    public const string NotSlow = "A callback was reported that held the loop for 100 ms or less, or one was reported twice. Slow is what takes more than 100 ms.";

    public const string Unreported =
        "A callback held the loop for more than 100 ms, and nobody was told. All are timed: by CallSoon, CallLater and Post, the beginning of main, "
        + "and also those that throw.";

    public const string Awaited =
        "A main that awaited was reported as slow. While it waits it holds nobody up: only each stretch between two waits counts, by itself.";

    public const string Name =
        "Slow callbacks were reported under other names than their own (\"Post\" for what comes by Post, \"main\" for the beginning of main), or in another order.";

    public const string Duration =
        "A slow callback was reported with a duration that is not its own. It counts from the moment it begins, not from that at which it was called "
        + "for, to the moment it ends.";

    public const string Stopped = "After a callback that threw, others did not run. The loop outlives its callbacks.";

    public const string Untold =
        "Callbacks threw, and failed was not told of each of them, once, in order and by its name (\"Post\" for what comes by Post). Every exception "
        + "is a failure, an OperationCanceledException too.";

    public const string Disguised = "What failed was told is not the very exception that the callback threw.";

    public const string Polling =
        "Waiting for longer took more work: the loop looks again and again whether there is something. Let it sleep until it is woken or the first "
        + "timer is due.";

    public const string ManyTimers =
        "With ten times as many timers there was far more than ten times the work: all timers are gone through, or moved, for each of them. A heap "
        + "(PriorityQueue) finds the first in log n steps.";
}
