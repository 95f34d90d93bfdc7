using System.Globalization;
using Interleaving.SourceMap;

namespace Interleaving.Scheduling;

/// <content>What becomes of an execution that does not end by itself.</content>
internal sealed partial class Execution
{
    /// <summary>How often time may pass only because nothing else helps: a periodic timer would keep an execution going for ever.</summary>
    private const int MostMoves = 20;

    private LivelockDetector? livelock;
    private long watchedSince;
    private int moves;
    private Operation? doubted;
    private int stepLimit = limits.MaxSteps;

    /// <summary>What an operation holds, in the order in which the program first used it. To name a thing may be the first that is known of it.</summary>
    public IEnumerable<Holding> HeldBy(Operation operation) =>
        states.Values.Concat(others.Values).OfType<SyncState>().ToList().Select(state => state.HeldBy(operation)).OfType<Holding>();

    /// <summary>Ends the execution as failed, unless it already has an outcome; operations unwind from here on.</summary>
    public void Fail(Operation? operation, FailureKind kind, string message, Exception? exception = null) =>
        Fail(operation, kind, message, PlaceOf(operation, exception), exception);

    /// <summary>The same for what happened at another place than where the operation is.</summary>
    public void Fail(Operation? operation, FailureKind kind, string message, int site, Exception? exception)
    {
        if (Over)
            return;
        Recorder?.Failed(operation, kind, message, site < 0 ? operation?.Site ?? -1 : site, exception);
        Failure = new Failure(kind, message, site is < 0 or Sites.Nowhere ? operation?.Site ?? -1 : site, exception);
        End();
    }

    /// <summary>The line that threw, or else the one that the operation was last seen at. Looked up only for somebody who reads it.</summary>
    internal int PlaceOf(Operation? operation, Exception? exception) =>
        exception is not null && Recorder is not null && Thrown.Site(exception) is >= 0 and var site ? site : operation?.Site ?? -1;

    /// <summary>Ends the execution: the program under test is finished.</summary>
    /// <param name="ending">What the test said of itself that is not a failure; null when nothing.</param>
    public void End(Ending? ending = null)
    {
        if (Over)
            return;
        Ending = ending;
        over = true;
        unattended = false;
        foreach (var operation in operations)
            operation.WorkLimit = -1;
    }

    /// <summary>What is seen or left in memory at a place; called only while <see cref="Scheduling.Recording"/>.</summary>
    internal void Noted(Operation operation, int site, bool write, object? value)
    {
        livelock?.Saw(site, value);
        Recorder?.Accessed(operation, site, write, value);
    }

    /// <summary>The platform read or wrote something for the program that the engine does not look into.</summary>
    internal void Touched(Operation operation, int site, bool write)
    {
        if (write)
            livelock?.Progress();
        Recorder?.Touched(operation, site, write);
    }

    /// <summary>An act on an object of the platform. Locks and the like come back to where they were; of a queue, nobody knows.</summary>
    internal void Acted(Operation operation, object? target)
    {
        if (livelock is null || target is null)
            return;
        if (states.GetValueOrDefault(target) is SyncState state)
            state.Acted(livelock, operation.Site);
        else
            livelock.Progress();
    }

    /// <summary>Called from a loop or a call once the operation has worked past its limit, or while rounds are watched.</summary>
    /// <param name="operation">Who comes round.</param>
    /// <param name="carries">Whether the loop carries something from one round to the next in variables of its own.</param>
    internal void LookUp(Operation operation, bool carries)
    {
        if (Over)
            operation.ThrowAborted();
        Work?.LookAt(operation);
        if (Slice > 0)
            Simulate(operation);
        if (carries)
            livelock?.Progress();
        if (operation.Waited > Limits.MaxWaits)
            Doubt(operation);
        var over = operation.Work - operation.Charged - Limits.MaxWork;
        if (over <= 0)
            return;
        if (livelock is null)
            Watch();
        else if (over > LivelockDetector.ObservationWindow && !livelock.Turned)
            livelock.Turn();
        else if (over > 2 * LivelockDetector.ObservationWindow)
            NoEnd(operation, string.Create(CultureInfo.InvariantCulture, $"{Limits.MaxWork:N0} loop rounds of {operation.Name}"));
        if (Over)
            operation.ThrowAborted();
    }

    /// <summary>
    /// Who can run alone takes no choices, so none of its loops would ever come to their limit. For one that has gone round very
    /// often, time passes; when there is none to come, it is watched; if it gets somewhere, all is well, and it may go on.
    /// </summary>
    private void Doubt(Operation operation)
    {
        if (livelock is null)
        {
            if (enabled.Count == 1 && AdvanceTime())
            {
                operation.Waited = 0;
                return;
            }

            doubted = operation;
            var limit = stepLimit;
            Watch();
            stepLimit = limit;
        }
        else if (ReferenceEquals(doubted, operation) && operation.Waited > Limits.MaxWaits + (2 * LivelockDetector.ObservationWindow))
        {
            if (IsLivelock)
            {
                NoEnd(operation, string.Create(CultureInfo.InvariantCulture, $"{Limits.MaxWaits:N0} rounds of {operation.Name}"));
                return;
            }

            (doubted, operation.Waited) = (null, 0);
            Unwatch();
        }
        else if (ReferenceEquals(doubted, operation) && operation.Waited > Limits.MaxWaits + LivelockDetector.ObservationWindow && !livelock.Turned)
        {
            livelock.Turn();
        }
    }

    /// <summary>The limit of steps is passed: watch for two whiles, then decide.</summary>
    private void PassLimit(Operation? operation)
    {
        (doubted, watchesSpins) = (null, false);
        if (livelock is null)
            Watch();
        else if (!livelock.Turned)
            livelock.Turn();
        else if (operation is not null && MoveOn())
            return;
        else
            NoEnd(operation, string.Create(CultureInfo.InvariantCulture, $"{Limits.MaxSteps:N0} steps"));
        stepLimit = steps + LivelockDetector.ObservationWindow + (100 * enabled.Count);
    }

    /// <summary>Each operation is something new, so there is nothing to be watched.</summary>
    private void PassOperations(Operation? operation) =>
        NoEnd(operation, string.Create(CultureInfo.InvariantCulture, $"{Limits.MaxOperations:N0} tasks, threads and timers"));

    private void Watch()
    {
        livelock = new LivelockDetector(timerCount);
        watchedSince = Now;
        unattended = false;
        Recording.IsOn = true;
        stepLimit = steps + LivelockDetector.ObservationWindow + (100 * enabled.Count);
        foreach (var operation in operations)
            (operation.WorkLimit, operation.Queued) = (-1, 0);
    }

    private void Unwatch()
    {
        livelock = null;
        unattended = Unattended;
        Recording.IsOn = Recorder is not null;
        foreach (var operation in operations)
            operation.WorkLimit = Math.Min(Limits.MaxWork, operation.SliceEnd);
    }

    /// <summary>On simulated cores, nobody computes for long while others, on theirs, are further behind.</summary>
    private void Simulate(Operation operation)
    {
        if (livelock is not null)
            return;
        var over = operation.Work > operation.SliceEnd;
        if (over)
            operation.SliceEnd = operation.Work + Slice;
        operation.WorkLimit = Math.Min(operation.SliceEnd, Work?.Limit(operation) ?? Limits.MaxWork);
        if (over)
            Yield(operation, new Step(StepKind.Read, null, 0, operation.Site));
    }

    /// <summary>All that keeps this from being a livelock is a timer that nobody lets come: it comes.</summary>
    private bool MoveOn()
    {
        if (!StandsStill || Now != watchedSince || ++moves > MostMoves)
            return false;
        stepLimit = steps + Limits.MaxSteps;
        if (!AdvanceTime())
            return false;
        Unwatch();
        return true;
    }

    private bool StandsStill => livelock is { Turned: true, Progressed: false, Dwindled: false };

    private bool IsLivelock => StandsStill
        && !timers.UnorderedItems.Any(item => !item.Element.Cancelled && item.Priority.Order < livelock!.Timers);

    private void NoEnd(Operation? operation, string limit)
    {
        if (IsLivelock)
            Fail(operation, FailureKind.Livelock, Words.Livelock(this, livelock!, limit));
        else
            Fail(operation, FailureKind.StepLimit, Words.StepLimit(this, limit));
    }
}
