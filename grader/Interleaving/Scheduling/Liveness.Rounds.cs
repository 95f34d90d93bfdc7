using System.Globalization;

namespace Interleaving.Scheduling;

/// <content>
/// Loops that give their thread back in each round (<c>while (!flag) await Task.Yield();</c>): what goes round is one operation
/// after the other, each of which hands the count on to the next.
/// </content>
internal sealed partial class Liveness
{
    /// <summary>Rounds after which others go first, as at a Thread.Yield: until then, to go on at once may be the bug.</summary>
    public const int RoundsBeforeSpinning = 100;

    /// <summary>Idle rounds before time moves.</summary>
    private const int RoundsBeforeTimeMoves = 100;

    private int spinning;
    private int idleRounds;
    private bool watchesIdleRounds;
    private (Operation Maker, Operation Next)? lastSpun;

    /// <summary>An operation was made; it may be the next round of a loop.</summary>
    /// <returns>The round; 0 when it is none, for <see cref="Started"/>.</returns>
    /// <param name="operation">The new one.</param>
    /// <param name="maker">Who made it; null when nobody of this execution did.</param>
    /// <param name="goesOn">Whether it is the rest of what its maker was about.</param>
    public int Made(Operation operation, Operation? maker, bool goesOn)
    {
        var round = maker is null ? 0 : maker.Loops.NextRound(goesOn);
        if (round > 0)
            operation.Continue(maker!, round);
        if (Detector is null)
            return round;
        operation.WorkLimit = -1;
        Detector.Queue(operation);
        if (!operation.Loops.IsSpinning)
            Detector.Began(operation.Pending.Site);
        return round;
    }

    /// <summary>The operation can run from here on.</summary>
    public void Started(Operation operation, Operation? maker, int round)
    {
        if (operation.Loops.IsSpinning)
        {
            spinning++;
            WentRound(maker!, round, operation);
        }
        else
        {
            Busy();
        }
    }

    public void Ended(Operation operation)
    {
        if (!operation.Loops.IsSpinning)
            Detector?.Ended();
    }

    /// <summary>The rest of a method was posted, or started as <paramref name="next"/>; it may be that it only waits.</summary>
    /// <param name="operation">Who did so.</param>
    /// <param name="round">What <see cref="LoopState.NextRound"/> said.</param>
    /// <param name="next">The operation that goes on; null when it is for the program to say which.</param>
    public void WentRound(Operation operation, int round, Operation? next)
    {
        if (round <= RoundsBeforeSpinning)
        {
            Busy();
            return;
        }

        if (next is not null)
            lastSpun = (operation, next);
        if (execution.Over)
            return;
        CountStep(operation);
        if (execution.Over)
            return;
        if (IsSomebodyBusy(operation))
            Busy();
        else if (++idleRounds >= RoundsBeforeTimeMoves)
            DoubtAll(operation);
    }

    private bool IsSomebodyBusy(Operation operation) =>
        execution.Operations.Enabled.Any(other => !ReferenceEquals(other, operation) && !other.Loops.IsSpinning);

    /// <summary>Nobody who can run does anything but wait, and has for many rounds: let time pass, or see that they spin for ever.</summary>
    private void DoubtAll(Operation operation)
    {
        if (Detector is null)
        {
            if (execution.Scheduler.AdvanceTime())
            {
                Busy();
            }
            else if (!execution.Over && Detector is null)
            {
                Watch();
                watchesIdleRounds = true;
            }
        }
        else if (!watchesIdleRounds)
        {
            if (idleRounds % RoundsBeforeTimeMoves == 0)
                execution.Scheduler.AdvanceTime();
        }
        else if (idleRounds >= RoundsBeforeTimeMoves + (2 * LivelockDetector.ObservationWindow))
        {
            if (IsLivelock)
                Fail(operation, string.Create(CultureInfo.InvariantCulture, $"{idleRounds:N0} rounds"));
            else
                Busy();
        }
        else if (idleRounds >= RoundsBeforeTimeMoves + LivelockDetector.ObservationWindow && !Detector.InSecondWindow)
        {
            Detector.BeginSecondWindow();
        }
    }

    private void Busy()
    {
        idleRounds = 0;
        if (!watchesIdleRounds)
            return;
        watchesIdleRounds = false;
        Unwatch();
    }

    /// <summary>
    /// Whoever does not spin goes before the one that has just come round again; where all spin, it is the turn of the one that
    /// came round first. Else two that spin could leave out a third for ever. Whoever started the spinner is about to end.
    /// </summary>
    private Operation? NextBeforeSpinning(Operation previous)
    {
        var (maker, spun) = lastSpun!.Value;
        lastSpun = null;
        if (!spun.Enabled)
            return null;
        List<Operation> first = [.. execution.Operations.Enabled.Where(operation => ReferenceEquals(operation, maker) || !operation.Loops.IsSpinning)];
        if (first.Count == 0)
            return execution.Operations.Enabled[0];
        var next = first.Count == 1 && !strategy.SeesAll ? first[0] : strategy.Next(previous, first);
        if (ReferenceEquals(next, maker))
            lastSpun = (maker, spun);
        return next;
    }
}
