using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

[Models(typeof(CountdownEvent), Passes = [".ctor"])]
internal static class CountdownEventModel
{
    public static int get_CurrentCount(CountdownEvent self) =>
        Operation.Current is { } operation ? CountdownState.Of(operation, self).Look(operation) : self.CurrentCount;

    public static int get_InitialCount(CountdownEvent self) =>
        Operation.Current is { } operation ? CountdownState.Of(operation, self).Initial : self.InitialCount;

    public static bool get_IsSet(CountdownEvent self) => get_CurrentCount(self) == 0;

    public static WaitHandle get_WaitHandle(CountdownEvent self) =>
        Operation.Current is { } operation ? CountdownState.Of(operation, self).Handle(operation) : self.WaitHandle;

    public static bool Signal(CountdownEvent self) => Signal(self, 1);

    public static bool Signal(CountdownEvent self, int signalCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(signalCount);
        return Operation.Current is { } operation
            ? CountdownState.Of(operation, self).Signal(operation, signalCount)
            : self.Signal(signalCount);
    }

    public static void AddCount(CountdownEvent self) => AddCount(self, 1);

    public static void AddCount(CountdownEvent self, int signalCount)
    {
        if (!TryAddCount(self, signalCount))
            throw new InvalidOperationException("The event is already signaled and cannot be incremented.");
    }

    public static bool TryAddCount(CountdownEvent self) => TryAddCount(self, 1);

    public static bool TryAddCount(CountdownEvent self, int signalCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(signalCount);
        return Operation.Current is { } operation
            ? CountdownState.Of(operation, self).TryAdd(operation, signalCount)
            : self.TryAddCount(signalCount);
    }

    public static void Reset(CountdownEvent self)
    {
        if (Operation.Current is { } operation)
            Reset(self, CountdownState.Of(operation, self).Initial);
        else
            self.Reset();
    }

    public static void Reset(CountdownEvent self, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (Operation.Current is { } operation)
            CountdownState.Of(operation, self).Reset(operation, count);
        else
            self.Reset(count);
    }

    public static void Wait(CountdownEvent self) => Wait(self, Timeout.Infinite, default);

    public static void Wait(CountdownEvent self, CancellationToken cancellationToken) =>
        Wait(self, Timeout.Infinite, cancellationToken);

    public static bool Wait(CountdownEvent self, TimeSpan timeout) => Wait(self, Timeouts.Of(timeout), default);

    public static bool Wait(CountdownEvent self, TimeSpan timeout, CancellationToken cancellationToken) =>
        Wait(self, Timeouts.Of(timeout), cancellationToken);

    public static bool Wait(CountdownEvent self, int millisecondsTimeout) => Wait(self, millisecondsTimeout, default);

    public static bool Wait(CountdownEvent self, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Operation.Current is { } operation
            ? CountdownState.Of(operation, self).Wait(operation, Timeouts.Of(millisecondsTimeout), cancellationToken)
            : self.Wait(millisecondsTimeout, cancellationToken);

    public static void Dispose(CountdownEvent self)
    {
        if (Operation.Current is { } operation)
            CountdownState.Of(operation, self).Dispose(operation);
        if (Operation.Current is null || Derived.Is(self))
            self.Dispose();
    }
}
