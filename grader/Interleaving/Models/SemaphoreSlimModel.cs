using Interleaving.Scheduling;

namespace Interleaving.Models;

[Models(typeof(SemaphoreSlim), Passes = [".ctor"])]
internal static class SemaphoreSlimModel
{
    public static int get_CurrentCount(SemaphoreSlim self)
    {
        if (Operation.Current is not { } operation)
            return self.CurrentCount;
        operation.Arrive(self, StepKind.Read);
        return SemaphoreSlimState.Of(operation, self).Count;
    }

    public static void Wait(SemaphoreSlim self) => Wait(self, Timeout.Infinite, default);

    public static void Wait(SemaphoreSlim self, CancellationToken cancellationToken) =>
        Wait(self, Timeout.Infinite, cancellationToken);

    public static bool Wait(SemaphoreSlim self, TimeSpan timeout) => Wait(self, Timeouts.Of(timeout), default);

    public static bool Wait(SemaphoreSlim self, TimeSpan timeout, CancellationToken cancellationToken) =>
        Wait(self, Timeouts.Of(timeout), cancellationToken);

    public static bool Wait(SemaphoreSlim self, int millisecondsTimeout) => Wait(self, millisecondsTimeout, default);

    public static bool Wait(SemaphoreSlim self, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Operation.Current is { } operation
            ? SemaphoreSlimState.Of(operation, self).Wait(operation, Timeouts.Of(millisecondsTimeout), cancellationToken)
            : self.Wait(millisecondsTimeout, cancellationToken);

    public static Task WaitAsync(SemaphoreSlim self) => WaitAsync(self, Timeout.Infinite, default);

    public static Task WaitAsync(SemaphoreSlim self, CancellationToken cancellationToken) =>
        WaitAsync(self, Timeout.Infinite, cancellationToken);

    public static Task<bool> WaitAsync(SemaphoreSlim self, int millisecondsTimeout) =>
        WaitAsync(self, millisecondsTimeout, default);

    public static Task<bool> WaitAsync(SemaphoreSlim self, TimeSpan timeout) =>
        WaitAsync(self, Timeouts.Of(timeout), default);

    public static Task<bool> WaitAsync(SemaphoreSlim self, TimeSpan timeout, CancellationToken cancellationToken) =>
        WaitAsync(self, Timeouts.Of(timeout), cancellationToken);

    public static Task<bool> WaitAsync(SemaphoreSlim self, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Operation.Current is { } operation
            ? SemaphoreSlimState.Of(operation, self).WaitAsync(operation, Timeouts.Of(millisecondsTimeout), cancellationToken)
            : self.WaitAsync(millisecondsTimeout, cancellationToken);

    public static int Release(SemaphoreSlim self) => Release(self, 1);

    public static int Release(SemaphoreSlim self, int releaseCount)
    {
        if (Operation.Current is not { } operation)
            return self.Release(releaseCount);
        if (releaseCount < 1)
            throw new ArgumentOutOfRangeException(
                nameof(releaseCount), releaseCount, "The releaseCount argument must be greater than zero.");
        return SemaphoreSlimState.Of(operation, self).Release(operation, releaseCount);
    }

    public static void Dispose(SemaphoreSlim self)
    {
        if (Operation.Current is { } operation)
            SemaphoreSlimState.Of(operation, self).Dispose(operation);
        else
            self.Dispose();
    }
}
