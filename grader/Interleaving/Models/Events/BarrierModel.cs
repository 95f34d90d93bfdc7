using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

[Models(typeof(Barrier), Passes = [".ctor"])]
internal static class BarrierModel
{
    public static int get_ParticipantCount(Barrier self) =>
        Operation.Current is { } operation ? Look(operation, self).Participants : self.ParticipantCount;

    public static int get_ParticipantsRemaining(Barrier self) =>
        Operation.Current is { } operation ? Look(operation, self).Remaining : self.ParticipantsRemaining;

    public static long get_CurrentPhaseNumber(Barrier self) =>
        Operation.Current is { } operation ? Look(operation, self).Phase : self.CurrentPhaseNumber;

    public static long AddParticipant(Barrier self) => AddParticipants(self, 1);

    public static long AddParticipants(Barrier self, int participantCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(participantCount);
        return Operation.Current is { } operation
            ? BarrierState.Of(operation, self).Add(operation, participantCount)
            : self.AddParticipants(participantCount);
    }

    public static void RemoveParticipant(Barrier self) => RemoveParticipants(self, 1);

    public static void RemoveParticipants(Barrier self, int participantCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(participantCount);
        if (Operation.Current is { } operation)
            BarrierState.Of(operation, self).Remove(operation, participantCount);
        else
            self.RemoveParticipants(participantCount);
    }

    public static void SignalAndWait(Barrier self) => SignalAndWait(self, Timeout.Infinite, default);

    public static void SignalAndWait(Barrier self, CancellationToken cancellationToken) =>
        SignalAndWait(self, Timeout.Infinite, cancellationToken);

    public static bool SignalAndWait(Barrier self, TimeSpan timeout) => SignalAndWait(self, Timeouts.Of(timeout), default);

    public static bool SignalAndWait(Barrier self, TimeSpan timeout, CancellationToken cancellationToken) =>
        SignalAndWait(self, Timeouts.Of(timeout), cancellationToken);

    public static bool SignalAndWait(Barrier self, int millisecondsTimeout) =>
        SignalAndWait(self, millisecondsTimeout, default);

    public static bool SignalAndWait(Barrier self, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Operation.Current is { } operation
            ? BarrierState.Of(operation, self).SignalAndWait(operation, Timeouts.Of(millisecondsTimeout), cancellationToken)
            : self.SignalAndWait(millisecondsTimeout, cancellationToken);

    public static void Dispose(Barrier self)
    {
        if (Operation.Current is { } operation)
            BarrierState.Of(operation, self).Dispose(operation);
        if (Operation.Current is null || Derived.Is(self))
            self.Dispose();
    }

    private static BarrierState Look(Operation operation, Barrier self)
    {
        operation.Arrive(self, StepKind.Read);
        var state = BarrierState.Of(operation, self);
        state.AcquireOnly(operation);
        return state;
    }
}
