using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>Who has arrived in the current phase of one barrier.</summary>
internal sealed class BarrierState : SyncState
{
    private readonly Barrier target;
    private readonly Action<Barrier>? action;
    private PhaseEnd current = new();
    private Operation? acting;
    private bool disposed;

    private BarrierState(Barrier target)
    {
        this.target = target;
        action = ActionOf(target);
        Participants = target.ParticipantCount;
        Remaining = target.ParticipantsRemaining;
        Phase = target.CurrentPhaseNumber;
    }

    public int Participants { get; private set; }

    public int Remaining { get; private set; }

    public long Phase { get; private set; }

    public static BarrierState Of(Operation operation, Barrier self) =>
        operation.State(self, static target => new BarrierState((Barrier)target));

    /// <summary>Arrives and waits for all others; false when the time ran out first, and then it counts as not arrived.</summary>
    public bool SignalAndWait(Operation operation, int milliseconds, CancellationToken token)
    {
        Check(operation);
        token.ThrowIfCancellationRequested();
        if (Participants == 0)
            throw new InvalidOperationException("The barrier has no registered participants.");
        if (Remaining == 0)
            throw new InvalidOperationException(
                "The number of threads using the barrier exceeded the total number of registered participants.");
        Release(operation);
        Remaining--;
        var phase = current;
        if (Remaining == 0)
            Finish(operation);
        else if (!Await(operation, phase, milliseconds, token))
            return false;
        Acquire(operation);
        if (phase.Failure is { } failure)
            throw new BarrierPostPhaseException(failure);
        return true;
    }

    public long Add(Operation operation, int participants)
    {
        Check(operation);
        Release(operation);
        Participants += participants;
        Remaining += participants;
        return Phase;
    }

    public void Remove(Operation operation, int participants)
    {
        Check(operation);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(participants, Participants);
        if (Remaining < participants)
            throw new InvalidOperationException(
                "The participantCount argument must be less than or equal the number of participants that have not arrived.");
        Release(operation);
        Participants -= participants;
        Remaining -= participants;
        if (Remaining == 0 && Participants > 0)
            Finish(operation);
    }

    private bool Await(Operation operation, PhaseEnd phase, int milliseconds, CancellationToken token)
    {
        var wait = operation.WaitFor(WaitKind.Barrier, target);
        var arrived = false;
        try
        {
            return arrived = operation.Execution.Block(operation, phase.Reached, wait, milliseconds, token);
        }
        finally
        {
            if (!arrived && ReferenceEquals(phase, current))
                Remaining++;
        }
    }

    private void Finish(Operation operation)
    {
        var phase = current;
        Acquire(operation);
        acting = operation;
        try
        {
            action?.Invoke(target);
        }
        catch (Exception e) when (e is not ExecutionAbortedException)
        {
            phase.Failure = e;
        }
        finally
        {
            acting = null;
        }

        Phase++;
        Remaining = Participants;
        current = new PhaseEnd();
        Release(operation);
        operation.Note(EventKind.EndedPhase, target);
        phase.Reached.Set(true);
    }

    /// <exception cref="InvalidOperationException">Called by what runs between two phases.</exception>
    public void Dispose(Operation operation)
    {
        operation.Arrive(target);
        if (ReferenceEquals(acting, operation))
            throw new InvalidOperationException("This method may not be called from within the postPhaseAction.");
        disposed = true;
    }

    private void Check(Operation operation)
    {
        operation.Arrive(target);
        ObjectDisposedException.ThrowIf(disposed, target);
        if (ReferenceEquals(acting, operation))
            throw new InvalidOperationException("This method may not be called from within the postPhaseAction.");
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_postPhaseAction")]
    private static extern ref readonly Action<Barrier>? ActionOf(Barrier barrier);

    private sealed class PhaseEnd
    {
        public WaitQueue Reached { get; } = new();

        public Exception? Failure { get; set; }
    }
}
