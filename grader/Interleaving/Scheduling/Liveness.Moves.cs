namespace Interleaving.Scheduling;

/// <content>
/// Deadlocks beside timers that come again and again: a heartbeat, a flush, a poll. Time can always move on to the next of them, so
/// nobody finds that no timer is pending, although whoever waits may do so for good.
/// </content>
internal sealed partial class Liveness
{
    /// <summary>
    /// Ticks, with nothing else between them, after which those are told who wait for good whatever the ticks do: in a circle, or for what
    /// an operation that has ended did not give back.
    /// </summary>
    private const int TicksBesideCircle = 100;

    /// <summary>Ticks, each of which left somebody behind who waits as well.</summary>
    private const int TicksThatPileUp = 5_000;

    /// <summary>Moves of the clock before it is asked whether anything new happens, and then again after twice as many.</summary>
    private const int MovesBeforeWatching = 1_000;

    /// <summary>Moves of the clock in each of the two windows.</summary>
    private const int MovesInWindow = 200;

    private int moves;
    private int nextLook = MovesBeforeWatching;
    private bool watchesMoves;
    private int ticks;
    private int alreadyThere;
    private object? firstWatched;

    /// <summary>Nobody can run, and the clock is about to move. The execution may be over after it.</summary>
    public void CountMove()
    {
        if (execution.Over || execution.Cancellation.IsPending)
            return;
        WatchMoves();
        if (++ticks % TicksBesideCircle != 0 || execution.Over)
            return;

        // By then, a loop that goes from tick to tick has gone on.
        if (ticks == TicksBesideCircle)
            alreadyThere = execution.Operations.Living.Count;
        if (!execution.Time.OnlyTicks)
            ticks = 0;
        else if (execution.Time.GoesOn && WaitsForGood())
            Deadlocks.Fail(execution, null);
    }

    private bool WaitsForGood() => Deadlocks.IsForGood(execution)
        || (ticks >= TicksThatPileUp && execution.Operations.Living.Count - alreadyThere >= ticks - (2 * TicksBesideCircle));

    /// <summary>Whoever has waited for longest: what it waits in. A loop that goes from tick to tick waits anew each time.</summary>
    private object? FirstToWait() =>
        execution.Awaits.Methods.FirstOrDefault() ?? (object?)execution.Operations.Living.FirstOrDefault(static operation => operation.Waiting is not null)?.Waiting;

    /// <summary>After many moves, looks whether what happens is the same again and again. If it is, it is so for ever.</summary>
    private void WatchMoves()
    {
        if (++moves < nextLook)
            return;
        if (!watchesMoves)
        {
            if (Detector is not null)
                return;
            watchesMoves = true;
            nextLook = moves + MovesInWindow;
            firstWatched = FirstToWait();
            Watch();
        }
        else if (!Detector!.InSecondWindow)
        {
            Detector.BeginSecondWindow();
            nextLook = moves + MovesInWindow;
        }
        else if (IsLivelock && firstWatched is not null && ReferenceEquals(firstWatched, FirstToWait()))
        {
            Deadlocks.Fail(execution, null);
        }
        else
        {
            watchesMoves = false;
            nextLook = moves * 2;
            Unwatch();
        }
    }
}
