using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Cancellation;

[Models(typeof(CancellationTokenRegistration), Passes =
[
    "get_Token", "Equals", "GetHashCode", "op_Equality", "op_Inequality",
])]
internal static class CancellationTokenRegistrationModel
{
    public static bool Unregister(ref CancellationTokenRegistration self) =>
        Operation.Current is { } operation ? Remove(operation, self).Removed : self.Unregister();

    public static void Dispose(ref CancellationTokenRegistration self)
    {
        if (Operation.Current is { } operation)
            Dispose(operation, self);
        else
            self.Dispose();
    }

    public static ValueTask DisposeAsync(ref CancellationTokenRegistration self)
    {
        if (Operation.Current is not { } operation)
            return self.DisposeAsync();
        var (callback, removed) = Remove(operation, self);
        if (removed || callback?.Runner is not { } runner || ReferenceEquals(runner, operation))
            return default;
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        callback.Then += () =>
        {
            TaskSync.Completing(source.Task);
            source.TrySetResult();
        };
        return new ValueTask(TaskSync.Known(source.Task));
    }

    /// <summary>Once this returns, the callback either never runs or has ended (unless it is what calls this).</summary>
    internal static void Dispose(Operation operation, CancellationTokenRegistration registration)
    {
        var (callback, removed) = Remove(operation, registration);
        if (!removed)
            callback?.AwaitEnd(operation);
    }

    /// <summary>Takes a callback of the engine's own off the list: no step of the program's.</summary>
    internal static void Forget(CancellationTokenRegistration registration)
    {
        var token = registration.Token;
        if (Operation.Current is { } operation && CancellationTokenModel.SourceOf(ref token) is { } source)
            CancellationState.Of(operation, source).Remove(registration);
    }

    private static (CancellationCallback? Callback, bool Removed) Remove(
        Operation operation, CancellationTokenRegistration registration)
    {
        var token = registration.Token;
        if (CancellationTokenModel.SourceOf(ref token) is not { } source)
            return (null, false);
        operation.Arrive(source);
        return CancellationState.Of(operation, source).Remove(registration);
    }
}
