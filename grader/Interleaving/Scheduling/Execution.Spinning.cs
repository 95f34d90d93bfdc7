using System.Globalization;

namespace Interleaving.Scheduling;

/// <content>
/// Loops that give their thread back in each round (<c>while (!flag) await Task.Yield();</c>): what goes round is one operation
/// after the other, each of which hands the count on to the next.
/// </content>
internal sealed partial class Execution
{
    /// <summary>Rounds after which others go first, as at a Thread.Yield: until then, to go on at once may be the bug.</summary>
    private const int RoundsBeforeSpinning = 100;

    /// <summary>Rounds of all that spin, in which nobody does anything else, before time moves.</summary>
    private const int RoundsBeforeTimeMoves = 100;

    private int spinning;
    private int idleRounds;
    private bool watchesSpins;
    private (Operation Maker, Operation Next)? justSpun;

    /// <summary>
    /// The operation is about to start another, or to post the rest of a method: how many rounds came to this so far. A round
    /// may take two operations, a task and what comes after it, but not more.
    /// </summary>
    internal static int NextRound(Operation operation, bool goesOn)
    {
        if (operation.Waited != operation.WaitedBefore)
        {
            (operation.WaitedBefore, operation.Between) = (operation.Waited, false);
            return ++operation.Spins;
        }

        if (!goesOn)
            return 0;
        if (operation.Between)
            return operation.Spins = 0;
        operation.Between = true;
        return operation.Spins;
    }

    /// <summary>The rest of a method was posted, or started as <paramref name="next"/>; it may be that it only waits.</summary>
    /// <param name="operation">Who did so.</param>
    /// <param name="round">What <see cref="NextRound"/> said.</param>
    /// <param name="next">The operation that goes on; null when it is for the program to say which.</param>
    internal void GoesRound(Operation operation, int round, Operation? next)
    {
        if (round <= RoundsBeforeSpinning)
        {
            Busy();
            return;
        }

        if (next is not null)
            justSpun = (operation, next);
        if (Over)
            return;
        if (++steps > stepLimit)
            PassLimit(operation);
        if (Over)
            return;
        if (enabled.Exists(other => !ReferenceEquals(other, operation) && !IsSpinning(other)))
            Busy();
        else if (++idleRounds >= RoundsBeforeTimeMoves)
            IdleFor(operation);
    }

    private static bool IsSpinning(Operation operation) => operation.Spins > RoundsBeforeSpinning;

    /// <summary>Nobody who can run does anything but wait, and has for many rounds: let time pass, or see that they spin for ever.</summary>
    private void IdleFor(Operation operation)
    {
        if (livelock is null)
        {
            if (AdvanceTime())
            {
                Busy();
            }
            else if (!Over && livelock is null)
            {
                var limit = stepLimit;
                Watch();
                (stepLimit, watchesSpins) = (limit, true);
            }
        }
        else if (!watchesSpins)
        {
            if (idleRounds % RoundsBeforeTimeMoves == 0)
                AdvanceTime();
        }
        else if (idleRounds >= RoundsBeforeTimeMoves + (2 * LivelockDetector.ObservationWindow))
        {
            if (IsLivelock)
                NoEnd(operation, string.Create(CultureInfo.InvariantCulture, $"{idleRounds:N0} rounds"));
            else
                Busy();
        }
        else if (idleRounds >= RoundsBeforeTimeMoves + LivelockDetector.ObservationWindow && !livelock.Turned)
        {
            livelock.Turn();
        }
    }

    private void Busy()
    {
        idleRounds = 0;
        if (!watchesSpins)
            return;
        watchesSpins = false;
        Unwatch();
    }

    /// <summary>
    /// Whoever does not spin goes before the one that has just come round again; where all spin, it is the turn of the one that
    /// came round first. Else two that spin could leave out a third for ever. Whoever started the spinner is about to end.
    /// </summary>
    private Operation? BeforeSpinner(Operation previous)
    {
        if (justSpun is not var (maker, spun))
            return null;
        justSpun = null;
        if (!spun.Enabled)
            return null;
        var first = enabled.FindAll(operation => ReferenceEquals(operation, maker) || !IsSpinning(operation));
        if (first.Count == 0)
            return enabled[0];
        var next = first.Count == 1 && !seesAll ? first[0] : strategy.Next(previous, first);
        if (ReferenceEquals(next, maker))
            justSpun = (maker, spun);
        return next;
    }
}
