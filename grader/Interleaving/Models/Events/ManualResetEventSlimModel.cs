using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

[Models(typeof(ManualResetEventSlim), Passes = [".ctor", "get_SpinCount"])]
internal static class ManualResetEventSlimModel
{
    public static bool get_IsSet(ManualResetEventSlim self)
    {
        if (Operation.Current is not { } operation)
            return self.IsSet;
        operation.Arrive(self, StepKind.Read);
        return Of(operation, self).Look(operation);
    }

    public static WaitHandle get_WaitHandle(ManualResetEventSlim self) =>
        Operation.Current is { } operation ? Of(operation, self).Handle(operation) : self.WaitHandle;

    public static void Set(ManualResetEventSlim self)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).Set(operation);
        else
            self.Set();
    }

    public static void Reset(ManualResetEventSlim self)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).Reset(operation);
        else
            self.Reset();
    }

    public static void Wait(ManualResetEventSlim self) => Wait(self, Timeout.Infinite, default);

    public static void Wait(ManualResetEventSlim self, CancellationToken cancellationToken) =>
        Wait(self, Timeout.Infinite, cancellationToken);

    public static bool Wait(ManualResetEventSlim self, TimeSpan timeout) => Wait(self, Timeouts.Of(timeout), default);

    public static bool Wait(ManualResetEventSlim self, TimeSpan timeout, CancellationToken cancellationToken) =>
        Wait(self, Timeouts.Of(timeout), cancellationToken);

    public static bool Wait(ManualResetEventSlim self, int millisecondsTimeout) => Wait(self, millisecondsTimeout, default);

    public static bool Wait(ManualResetEventSlim self, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Operation.Current is { } operation
            ? Of(operation, self).Wait(operation, Timeouts.Of(millisecondsTimeout), cancellationToken)
            : self.Wait(millisecondsTimeout, cancellationToken);

    public static void Dispose(ManualResetEventSlim self)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).Dispose(operation);
        if (Operation.Current is null || Derived.Is(self))
            self.Dispose();
    }

    private static GateState Of(Operation operation, ManualResetEventSlim self) => operation.State(
        self, static target => new GateState(target, ((ManualResetEventSlim)target).IsSet));
}
