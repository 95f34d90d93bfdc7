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
        var state = SemaphoreSlimState.Of(operation, self);
        state.AcquireOnly(operation);
        return state.Count;
    }

    public static WaitHandle get_AvailableWaitHandle(SemaphoreSlim self) =>
        Operation.Current is { } operation ? SemaphoreSlimState.Of(operation, self).Handle(operation) : self.AvailableWaitHandle;

    public static void Wait(SemaphoreSlim self) => Wait(self, -1L, default);

    public static void Wait(SemaphoreSlim self, CancellationToken cancellationToken) => Wait(self, -1L, cancellationToken);

    public static bool Wait(SemaphoreSlim self, TimeSpan timeout) =>
        Timeouts.Fits(timeout, long.MaxValue) ? Wait(self, (long)timeout.TotalMilliseconds, default) : self.Wait(timeout);

    public static bool Wait(SemaphoreSlim self, TimeSpan timeout, CancellationToken cancellationToken) =>
        Timeouts.Fits(timeout, long.MaxValue)
            ? Wait(self, (long)timeout.TotalMilliseconds, cancellationToken)
            : self.Wait(timeout, cancellationToken);

    // Here the platform takes each negative number for "for ever".
    public static bool Wait(SemaphoreSlim self, int millisecondsTimeout) => Wait(self, Math.Max(-1L, millisecondsTimeout), default);

    public static bool Wait(SemaphoreSlim self, int millisecondsTimeout, CancellationToken cancellationToken) =>
        millisecondsTimeout >= -1
            ? Wait(self, (long)millisecondsTimeout, cancellationToken)
            : self.Wait(millisecondsTimeout, cancellationToken);

    public static Task WaitAsync(SemaphoreSlim self) => WaitAsync(self, -1L, default);

    public static Task WaitAsync(SemaphoreSlim self, CancellationToken cancellationToken) => WaitAsync(self, -1L, cancellationToken);

    public static Task<bool> WaitAsync(SemaphoreSlim self, int millisecondsTimeout) =>
        WaitAsync(self, Math.Max(-1L, millisecondsTimeout), default);

    public static Task<bool> WaitAsync(SemaphoreSlim self, TimeSpan timeout) =>
        Timeouts.Fits(timeout, long.MaxValue)
            ? WaitAsync(self, (long)timeout.TotalMilliseconds, default)
            : self.WaitAsync(timeout);

    public static Task<bool> WaitAsync(SemaphoreSlim self, TimeSpan timeout, CancellationToken cancellationToken) =>
        Timeouts.Fits(timeout, long.MaxValue)
            ? WaitAsync(self, (long)timeout.TotalMilliseconds, cancellationToken)
            : self.WaitAsync(timeout, cancellationToken);

    public static Task<bool> WaitAsync(SemaphoreSlim self, int millisecondsTimeout, CancellationToken cancellationToken) =>
        millisecondsTimeout >= -1
            ? WaitAsync(self, (long)millisecondsTimeout, cancellationToken)
            : self.WaitAsync(millisecondsTimeout, cancellationToken);

    public static int Release(SemaphoreSlim self) => Release(self, 1);

    public static int Release(SemaphoreSlim self, int releaseCount) =>
        Operation.Current is { } operation
            ? SemaphoreSlimState.Of(operation, self).Release(operation, releaseCount)
            : self.Release(releaseCount);

    public static void Dispose(SemaphoreSlim self)
    {
        if (Operation.Current is { } operation)
            SemaphoreSlimState.Of(operation, self).Dispose(operation);
        if (Operation.Current is null || self.GetType() != typeof(SemaphoreSlim))
            self.Dispose();
    }

    private static bool Wait(SemaphoreSlim self, long milliseconds, CancellationToken token) =>
        Operation.Current is { } operation
            ? SemaphoreSlimState.Of(operation, self).Wait(operation, milliseconds, token)
            : self.Wait(TimeSpan.FromMilliseconds(milliseconds), token);

    private static Task<bool> WaitAsync(SemaphoreSlim self, long milliseconds, CancellationToken token) =>
        Operation.Current is { } operation
            ? SemaphoreSlimState.Of(operation, self).WaitAsync(operation, milliseconds, token)
            : self.WaitAsync(TimeSpan.FromMilliseconds(milliseconds), token);
}
