using System.Globalization;
using Interleaving.Models;
using Interleaving.Models.Events;

namespace Interleaving.Scheduling;

/// <content>What becomes of an execution that does not end by itself.</content>
internal sealed partial class Execution
{
    /// <summary>How often time may pass only because nothing else helps: a periodic timer would keep an execution going for ever.</summary>
    private const int MostMoves = 20;

    private Rounds? rounds;
    private long watchedSince;
    private int moves;
    private Operation? doubted;
    private int stepLimit = limits.MaxSteps;

    /// <summary>What is seen or left in memory at a place; called only while <see cref="Hooks.Recording"/>.</summary>
    internal void Noted(Operation operation, int site, bool write, object? value)
    {
        rounds?.Saw(site, value);
        Recorder?.Accessed(operation, site, write, value);
    }

    /// <summary>The platform read or wrote something for the program that the engine does not look into.</summary>
    internal void Touched(Operation operation, int site, bool write)
    {
        if (write)
            rounds?.Progress();
        Recorder?.Touched(operation, site, write);
    }

    /// <summary>An act on an object of the platform. Locks and the like come back to where they were; of a queue, nobody knows.</summary>
    internal void Acted(Operation operation, object? target)
    {
        if (rounds is null || target is null)
            return;
        switch (states.GetValueOrDefault(target))
        {
            case SemaphoreSlimState semaphore:
                rounds.Saw(operation.Site, semaphore.Count);
                break;
            case not (LockState or MutexState or EventHandleState or GateState or ReaderWriterState):
                rounds.Progress();
                break;
            default:
                break;
        }
    }

    /// <summary>Called from a loop or a call once the operation has worked past its limit, or while rounds are watched.</summary>
    /// <param name="operation">Who comes round.</param>
    /// <param name="carries">Whether the loop carries something from one round to the next in variables of its own.</param>
    internal void LookUp(Operation operation, bool carries)
    {
        if (Over)
            operation.ThrowAborted();
        Work?.LookAt(operation);
        if (carries)
            rounds?.Progress();
        if (operation.Waited > Limits.MaxSteps)
            Doubt(operation);
        var over = operation.Work - Limits.MaxWork;
        if (over <= 0)
            return;
        if (rounds is null)
            Watch();
        else if (over > Rounds.While && !rounds.Turned)
            rounds.Turn();
        else if (over > 2 * Rounds.While)
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
        if (rounds is null)
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
        else if (ReferenceEquals(doubted, operation) && operation.Waited > Limits.MaxSteps + (2 * Rounds.While))
        {
            if (IsLivelock)
            {
                NoEnd(operation, string.Create(CultureInfo.InvariantCulture, $"{Limits.MaxSteps:N0} rounds of {operation.Name}"));
                return;
            }

            (doubted, operation.Waited) = (null, 0);
            Unwatch();
        }
        else if (ReferenceEquals(doubted, operation) && operation.Waited > Limits.MaxSteps + Rounds.While && !rounds.Turned)
        {
            rounds.Turn();
        }
    }

    /// <summary>The limit of steps is passed: watch for two whiles, then decide.</summary>
    private void PassLimit(Operation? operation)
    {
        (doubted, watchesSpins) = (null, false);
        if (rounds is null)
            Watch();
        else if (!rounds.Turned)
            rounds.Turn();
        else if (operation is not null && MoveOn())
            return;
        else
            NoEnd(operation, string.Create(CultureInfo.InvariantCulture, $"{Limits.MaxSteps:N0} steps"));
        stepLimit = steps + Rounds.While + (100 * enabled.Count);
    }

    /// <summary>Each operation is something new, so there is nothing to be watched.</summary>
    private void PassOperations(Operation? operation) =>
        NoEnd(operation, string.Create(CultureInfo.InvariantCulture, $"{Limits.MaxOperations:N0} tasks, threads and timers"));

    private void Watch()
    {
        rounds = new Rounds(timerCount);
        watchedSince = Now;
        unattended = false;
        Hooks.Recording = true;
        stepLimit = steps + Rounds.While + (100 * enabled.Count);
        foreach (var operation in operations)
            (operation.WorkLimit, operation.Queued) = (-1, 0);
    }

    private void Unwatch()
    {
        rounds = null;
        unattended = Unattended;
        Hooks.Recording = Recorder is not null;
        foreach (var operation in operations)
            operation.WorkLimit = Limits.MaxWork;
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

    private bool StandsStill => rounds is { Turned: true, Progressed: false, Dwindled: false };

    private bool IsLivelock => StandsStill
        && !timers.UnorderedItems.Any(item => !item.Element.Cancelled && item.Priority.Order < rounds!.Timers);

    private void NoEnd(Operation? operation, string limit)
    {
        if (IsLivelock)
            Fail(operation, FailureKind.Livelock, Messages.Livelock(this, rounds!, limit));
        else
            Fail(operation, FailureKind.StepLimit, Messages.StepLimit(this, limit));
    }
}
