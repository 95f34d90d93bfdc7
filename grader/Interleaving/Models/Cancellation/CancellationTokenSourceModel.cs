using Interleaving.Models.Clocks;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Cancellation;

[Models(typeof(CancellationTokenSource))]
internal static class CancellationTokenSourceModel
{
    private const long MaxDelay = uint.MaxValue - 1;

    public static CancellationTokenSource New() => new();

    public static CancellationTokenSource New(int millisecondsDelay)
    {
        return millisecondsDelay < -1 ? new CancellationTokenSource(millisecondsDelay) : Delayed(millisecondsDelay, TimeProvider.System);
    }

    public static CancellationTokenSource New(TimeSpan delay) => Delayed(Checked(delay), TimeProvider.System);

    public static CancellationTokenSource New(TimeSpan delay, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        return Delayed(Checked(delay), timeProvider);
    }

    public static CancellationToken get_Token(CancellationTokenSource self)
    {
        if (Operation.Current is { } operation)
            CancellationState.Of(operation, self).AskForToken(operation);
        return self.Token;
    }

    public static bool get_IsCancellationRequested(CancellationTokenSource self)
    {
        if (Operation.Current is not { } operation)
            return self.IsCancellationRequested;
        var state = CancellationState.Of(operation, self);
        Polling.Look(operation, self);
        if (!self.IsCancellationRequested)
            return false;
        state.Acquire(operation);
        return true;
    }

    public static void Cancel(CancellationTokenSource self) => Cancel(self, throwOnFirstException: false);

    public static void Cancel(CancellationTokenSource self, bool throwOnFirstException)
    {
        if (Operation.Current is not { } operation)
        {
            self.Cancel(throwOnFirstException);
            return;
        }

        var state = CancellationState.Of(operation, self);
        if (state.Request(operation))
            state.RunCallbacks(operation, throwOnFirstException);
    }

    public static Task CancelAsync(CancellationTokenSource self)
    {
        if (Operation.Current is not { } operation)
            return self.CancelAsync();
        var state = CancellationState.Of(operation, self);
        try
        {
            _ = self.Token;
        }
        catch (ObjectDisposedException)
        {
            return self.CancelAsync();
        }

        return state.Request(operation) && state.HasCallbacks
            ? TaskBody.Start("CancelAsync", () => state.RunCallbacks(Operation.Current!, throwOnFirstException: false))
            : Task.CompletedTask;
    }

    public static void CancelAfter(CancellationTokenSource self, TimeSpan delay)
    {
        if (Operation.Current is not { } operation)
            self.CancelAfter(delay);
        else
            CancelAfter(operation, self, Checked(delay));
    }

    public static void CancelAfter(CancellationTokenSource self, int millisecondsDelay)
    {
        if (Operation.Current is not { } operation || millisecondsDelay < -1)
            self.CancelAfter(millisecondsDelay);
        else
            CancelAfter(operation, self, millisecondsDelay);
    }

    public static bool TryReset(CancellationTokenSource self) =>
        Operation.Current is { } operation
            ? CancellationState.Of(operation, self).TryReset(operation)
            : self.TryReset();

    public static void Dispose(CancellationTokenSource self)
    {
        if (Operation.Current is { } operation)
            CancellationState.Of(operation, self).Dispose(operation);
        else
            self.Dispose();
    }

    public static CancellationTokenSource CreateLinkedTokenSource(CancellationToken token) =>
        CreateLinkedTokenSource([token]);

    public static CancellationTokenSource CreateLinkedTokenSource(CancellationToken token1, CancellationToken token2) =>
        CreateLinkedTokenSource([token1, token2]);

    public static CancellationTokenSource CreateLinkedTokenSource(params CancellationToken[] tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return CreateLinkedTokenSource((ReadOnlySpan<CancellationToken>)tokens);
    }

    public static CancellationTokenSource CreateLinkedTokenSource(params ReadOnlySpan<CancellationToken> tokens)
    {
        if (Operation.Current is not { } operation || tokens.IsEmpty)
            return CancellationTokenSource.CreateLinkedTokenSource(tokens);
        var linked = new CancellationTokenSource();
        var state = CancellationState.Of(operation, linked);
        foreach (var token in tokens)
            state.Link(CancellationTokenModel.Add(operation, token, state.Fire));
        return linked;
    }

    private static CancellationTokenSource Delayed(long milliseconds, TimeProvider provider)
    {
        if (Operation.Current is not { } operation)
            return new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds), provider);
        var source = new CancellationTokenSource();
        if (milliseconds == 0)
        {
            source.Cancel();
            return source;
        }

        var state = CancellationState.Of(operation, source);
        if (provider == TimeProvider.System || provider is VirtualTimeProvider)
            state.CancelIn(operation, milliseconds);
        else
            provider.CreateTimer(
                static back => ((Action)back!)(), WayBack.To(operation.Execution, state.Fire), TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
        return source;
    }

    private static void CancelAfter(Operation operation, CancellationTokenSource self, long milliseconds)
    {
        operation.Arrive(self);
        _ = self.Token; // raises ObjectDisposedException
        if (!self.IsCancellationRequested)
            CancellationState.Of(operation, self).CancelIn(operation, milliseconds);
    }

    private static long Checked(TimeSpan delay)
    {
        var milliseconds = (long)delay.TotalMilliseconds;
        return milliseconds is >= -1 and <= MaxDelay
            ? milliseconds
            : throw new ArgumentOutOfRangeException(nameof(delay));
    }
}
