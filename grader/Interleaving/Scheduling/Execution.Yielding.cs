namespace Interleaving.Scheduling;

/// <content>Where an operation gives its turn up: others may come first, or it waits.</content>
internal sealed partial class Execution
{
    /// <summary>Another operation may run before <paramref name="operation"/> takes <paramref name="step"/>.</summary>
    public void Yield(Operation operation, in Step step)
    {
        if (Over)
            operation.ThrowAborted();
        operation.Steps++;
        operation.Pending = step;
        Liveness.Detector?.Visit(operation, step.Site);
        if (Cancellation.IsPending && operation.Atomic == 0 && Cancellation.ComesAt(operation, step.Site) is { } canceller)
        {
            SwitchTo(operation, canceller);
            return;
        }

        if (enabled.Count == 1 || operation.Atomic > 0 || (Careful && Callbacks.IsInOne()))
        {
            if (step.Kind == StepKind.Pause)
                Idle(operation);
            else
                Scheduler.Show(operation);
            return;
        }

        Liveness.CountStep(operation);
        if (Over)
            operation.ThrowAborted();
        Liveness.CountStreak(operation);
        var next = operation.Pending.Kind == StepKind.Pause ? Scheduler.PickAfterPause(operation) : Scheduler.Pick(operation);
        if (ReferenceEquals(next, operation))
            return;
        Recorder?.Preempted(operation, next);
        SwitchTo(operation, next);
    }

    /// <summary>
    /// Blocks until <paramref name="queue"/> opens and this operation is picked. The caller then closes the queue if it used
    /// the condition up.
    /// </summary>
    /// <param name="milliseconds">Virtual time to wait at most; -1 for ever.</param>
    /// <returns>False when the time ran out first.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted.</exception>
    public bool Block(
        Operation operation, WaitQueue queue, Wait wait, long milliseconds = -1, CancellationToken token = default)
    {
        if (Over)
            operation.ThrowAborted();
        token.ThrowIfCancellationRequested();
        if (queue.IsOpen)
            return true;
        if (milliseconds == 0)
            return false;
        operation.ThrowIfThreadInterrupted();
        operation.Stores?.Drain();
        operation.Steps++;
        operation.Origin.ClockReads.Waits = false;
        operation.Waiting = wait;
        operation.Pending = new Step(StepKind.Sync, queue, 0, operation.Site);
        queue.Add(operation);
        Recorder?.Blocked(operation);
        var interruption = new Interruption();
        operation.Interruption = interruption;
        var timer = milliseconds > 0 ? Time.AddTimeout(operation, milliseconds) : null;
        using (token.UnsafeRegister(static blocked => ((Operation)blocked!).Interrupt(byToken: true), operation))
        {
            Operations.SetEnabled(operation, false);
            try
            {
                SwitchTo(operation, Scheduler.Next(operation));
            }
            finally
            {
                timer?.Cancel();
                operation.Interruption = null;
                queue.Remove(operation);
                operation.Waiting = null;
            }
        }

        Recorder?.Unblocked(operation);
        if (queue.IsOpen)
            return true;
        operation.ThrowIfThreadInterrupted();
        if (interruption.ByToken)
            throw new OperationCanceledException(token);
        return false;
    }

    /// <summary>The operation could go on, and another one comes first.</summary>
    internal void LetOthersGo(Operation operation) => SwitchTo(operation, Scheduler.PickOther(operation));

    /// <summary>Only this operation can run and it says that it waits for somebody: let time pass, or see that it spins for ever.</summary>
    private void Idle(Operation operation)
    {
        Liveness.CountStep(operation);
        if (Over)
            operation.ThrowAborted();
        if (Scheduler.AdvanceTime() && enabled.Count > 1 && operation.Atomic == 0)
            SwitchTo(operation, Scheduler.PickAfterPause(operation));
    }

    private void SwitchTo(Operation operation, Operation next)
    {
        Liveness.EndStreak();
        if (!Over && !ReferenceEquals(next, operation))
        {
            if (operation.Enabled && operation.Pending.Kind != StepKind.Pause)
                Recorder?.Preempted(operation, next);
            Dispatcher.Switch(operation, next);
        }

        if (Over)
            operation.ThrowAborted();
    }
}
