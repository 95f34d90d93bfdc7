using System.Globalization;
using System.Runtime.CompilerServices;

namespace Interleaving.Scheduling;

/// <summary>
/// Keeps a program that waits in a loop going, and ends an execution that does not end by itself: as a livelock, or because it
/// passed a limit.
/// </summary>
/// <remarks>
/// <para><b>Limits.</b> Each choice of who runs next, each pause of an operation that runs alone and each move of the clock is a
/// step, and an execution may take <see cref="ExecutionLimits.MaxSteps"/>. An operation that runs alone takes no choices, so its
/// loops are counted as well: all rounds and calls (<see cref="ExecutionLimits.MaxWork"/>), and the rounds of loops that carry
/// nothing from one to the next (<see cref="ExecutionLimits.MaxWaits"/>). The operations are counted too.</para>
/// <para><b>Fairness.</b> A streak is a number of steps in a row for one operation. After <see cref="ExecutionLimits.MaxStreak"/>,
/// the operation pauses: it is left out of the next choice, as after a <c>Thread.Yield</c> of its own. Time stands still while
/// somebody can run, but a timer may be what all of them wait for, so after a number of pauses it moves.</para>
/// <para><b>Rounds that only wait.</b> A loop such as <c>while (!flag) await Task.Yield();</c> goes round on one operation after the
/// other. <see cref="LoopState"/> counts its rounds; after some, the operations that it goes round on are spinning, and others run
/// first. Rounds in which everybody is spinning are idle; after some of those, time moves.</para>
/// <para><b>Watching.</b> To pass a limit does not tell a livelock from a long run. From there on a <see cref="LivelockDetector"/>
/// lets everybody take turns, for two windows: in the first it learns what the program does, in the second it looks for anything
/// new. Then the execution fails, as a livelock if there was nothing, or else at its limit.</para>
/// <para><b>Doubt.</b> Too many rounds of waiting, of one operation or idle ones of all, prove nothing: a loop may count in a way
/// that nobody sees. Time moves then, if it can. If not, the program is watched, and fails only if it is a livelock; if it gets
/// anywhere, it goes on as before.</para>
/// <para><b>Moving on.</b> Where all that keeps a program from being a livelock is a timer that its loops never let come, time moves
/// and the program gets as many steps again; <see cref="MaxTimeMoves"/> times, since a periodic timer would keep it going for ever.</para>
/// </remarks>
/// <param name="execution">Which one.</param>
/// <param name="strategy">Who chooses between several that may go before a spinning one.</param>
/// <param name="limits">How far the execution may go.</param>
internal sealed partial class Liveness(Execution execution, IStrategy strategy, ExecutionLimits limits)
{
    /// <summary>How often time moves because nothing else helps.</summary>
    private const int MaxTimeMoves = 20;

    private const int PausesBeforeTimeMoves = 100;

    /// <summary>What a streak that was spent in waiting counts for: a loop that yields pauses in each round, and not once in thousands.</summary>
    private const int PausesOfStreak = 100;

    private int steps;
    private int stepLimit = limits.MaxSteps;
    private int streak;
    private int pauses;
    private int timeMoves;
    private long watchedSince;
    private Operation? doubted;

    /// <summary>What watches the execution; null while nothing does.</summary>
    public LivelockDetector? Detector { get; private set; }

    private bool StandsStill => Detector is { InSecondWindow: true, Progressed: false, Dwindled: false };

    /// <summary>A timer that was set before may still change everything.</summary>
    private bool IsLivelock => StandsStill && !execution.Time.IsPending(Detector!.Timers);

    /// <summary>One more step; null is the clock's. The execution may be over after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CountStep(Operation? operation)
    {
        if (++steps > stepLimit)
            PassStepLimit(operation);
    }

    /// <summary>One more step of the operation that has the turn: it pauses after very many in a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CountStreak(Operation operation)
    {
        if (++streak > limits.MaxStreak)
            PauseAfterStreak(operation);
    }

    /// <summary>The turn passes to somebody.</summary>
    public void EndStreak() => streak = 0;

    /// <summary>An operation pauses. Those that only spin would keep time from moving for ever; a timer may be what they spin for.</summary>
    public void CountPause()
    {
        if (++pauses < PausesBeforeTimeMoves)
            return;
        pauses = 0;
        execution.Scheduler.AdvanceTime();
    }

    /// <summary>One more operation is about to be made. Each is something new, so there is nothing to be watched.</summary>
    /// <param name="made">How many there are.</param>
    public void CheckOperations(int made)
    {
        if (execution.Over)
            return;
        if (made - spinning >= limits.MaxOperations)
            Fail(Operation.Here, string.Create(CultureInfo.InvariantCulture, $"{limits.MaxOperations:N0} tasks, threads and timers"));
        else if (execution.Dispatcher.Blocked >= limits.MaxBlocked)
            Fail(Operation.Here, string.Create(CultureInfo.InvariantCulture, $"{limits.MaxBlocked:N0} tasks, threads and timers that wait at once"));
    }

    /// <summary>The operation came round in a loop, or made a call, after very many of them, or while it is watched.</summary>
    /// <param name="operation">Who comes round.</param>
    /// <param name="carries">Whether the loop carries something from one round to the next in variables of its own.</param>
    public void CheckWork(Operation operation, bool carries)
    {
        if (carries)
            Detector?.Progress();
        if (operation.Loops.Waits > limits.MaxWaits)
            Doubt(operation);
        var over = operation.Work - operation.Charged - limits.MaxWork;
        if (over <= 0)
            return;
        if (Detector is null)
        {
            Watch();
            stepLimit = EndOfWindow();
        }
        else if (over > LivelockDetector.ObservationWindow && !Detector.InSecondWindow)
        {
            Detector.BeginSecondWindow();
        }
        else if (over > 2 * LivelockDetector.ObservationWindow)
        {
            Fail(operation, string.Create(CultureInfo.InvariantCulture, $"{limits.MaxWork:N0} loop rounds of {operation.Name}"));
        }

        if (execution.Over)
            operation.ThrowAborted();
    }

    /// <summary>The program is cancelled, which is something new; whoever cancels it gets a turn.</summary>
    public void Cancelled(Operation canceller)
    {
        if (Detector is null)
            return;
        canceller.WorkLimit = -1;
        Detector.Queue(canceller);
        Detector.Progress();
    }

    /// <summary>Who has to run next, so that everybody gets a turn; null where the strategy may choose.</summary>
    public Operation? Next(Operation previous) =>
        Detector is { } detector ? detector.Next(previous, execution.Operations.Enabled)
        : lastSpun is not null ? NextBeforeSpinning(previous)
        : null;

    private void PauseAfterStreak(Operation operation)
    {
        operation.Pending = operation.Pending with { Kind = StepKind.Pause };
        if (operation.Loops.Waits - operation.Loops.WaitsAtStreak >= PausesOfStreak)
            pauses += PausesOfStreak;
        operation.Loops.WaitsAtStreak = operation.Loops.Waits;
    }

    /// <summary>Watches for two windows, then decides.</summary>
    private void PassStepLimit(Operation? operation)
    {
        (doubted, watchesIdleRounds, watchesMoves) = (null, false, false);
        if (Detector is null)
            Watch();
        else if (!Detector.InSecondWindow)
            Detector.BeginSecondWindow();
        else if (operation is not null && MoveOn())
            return;
        else
            Fail(operation, string.Create(CultureInfo.InvariantCulture, $"{limits.MaxSteps:N0} steps"));
        stepLimit = EndOfWindow();
    }

    /// <summary>One operation has gone round very often and may do nothing but wait.</summary>
    private void Doubt(Operation operation)
    {
        if (Detector is null)
        {
            if (execution.Operations.Enabled.Count == 1 && execution.Scheduler.AdvanceTime())
            {
                operation.Loops.Waits = 0;
                return;
            }

            doubted = operation;
            Watch();
            return;
        }

        if (!ReferenceEquals(doubted, operation))
            return;
        var over = operation.Loops.Waits - limits.MaxWaits;
        if (over > 2 * LivelockDetector.ObservationWindow)
        {
            if (IsLivelock)
            {
                Fail(operation, string.Create(CultureInfo.InvariantCulture, $"{limits.MaxWaits:N0} rounds of {operation.Name}"));
                return;
            }

            (doubted, operation.Loops.Waits) = (null, 0);
            Unwatch();
        }
        else if (over > LivelockDetector.ObservationWindow && !Detector.InSecondWindow)
        {
            Detector.BeginSecondWindow();
        }
    }

    /// <summary>All that keeps this from being a livelock is a timer that nobody lets come: it comes.</summary>
    private bool MoveOn()
    {
        if (!StandsStill || execution.Time.Now != watchedSince || ++timeMoves > MaxTimeMoves)
            return false;
        stepLimit = steps + limits.MaxSteps;
        if (!execution.Scheduler.AdvanceTime())
            return false;
        Unwatch();
        return true;
    }

    /// <summary>The step with which a window ends: everybody can come round in it.</summary>
    private int EndOfWindow() => steps + LivelockDetector.ObservationWindow + (100 * execution.Operations.Enabled.Count);

    private void Watch()
    {
        Detector = new LivelockDetector(execution.Time.TimersSet);
        watchedSince = execution.Time.Now;
        Recording.IsOn = true;
        foreach (var operation in execution.Operations)
            (operation.WorkLimit, operation.Loops.Queued) = (-1, 0);
        execution.UpdateUnattended();
    }

    private void Unwatch()
    {
        Detector = null;
        Recording.IsOn = execution.Recorder is not null;
        foreach (var operation in execution.Operations)
            operation.WorkLimit = Math.Min(limits.MaxWork, operation.SliceEnd);
        execution.UpdateUnattended();
    }

    private void Fail(Operation? operation, string limit)
    {
        if (IsLivelock)
            execution.Fail(operation, FailureKind.Livelock, execution.Words.Livelock(execution, Detector!, limit));
        else
            execution.Fail(operation, FailureKind.StepLimit, execution.Words.StepLimit(execution, limit));
    }
}
