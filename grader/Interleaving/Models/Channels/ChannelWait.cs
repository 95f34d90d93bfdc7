using Interleaving.Models.Cancellation;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Channels;

/// <summary>Somebody who waits at one end of a channel.</summary>
internal class ChannelWait<T>(TaskCreationOptions options)
{
    private readonly TaskCompletionSource<T> source = new(options);
    private CancellationTokenRegistration registration;

    /// <summary>Stands in <paramref name="line"/> until completed, or until the token is cancelled.</summary>
    /// <param name="line">Those who wait for the same.</param>
    /// <param name="token">Gives up.</param>
    /// <param name="wanted">What is waited for, for whoever reads of a deadlock.</param>
    /// <param name="channel">Of which channel.</param>
    public SingleUse<T> StandIn(LinkedList<ChannelWait<T>> line, CancellationToken token, WaitKind wanted, object channel)
    {
        var place = line.AddLast(this);
        if (Operation.Current is { } operation && token.CanBeCanceled)
        {
            registration = CancellationTokenModel.Add(operation, token, () =>
            {
                if (place.List is null)
                    return;
                line.Remove(place);
                TaskSync.Completing(source.Task);
                CancelledWait.TrySet(source, token);
            });
        }

        TaskSync.Known(source.Task, wanted, channel);
        return new SingleUse<T>(source, "The result of the operation was already consumed and may not be used again.");
    }

    /// <param name="past">What the result brings along, besides the past of the caller.</param>
    /// <param name="complete">Sets the outcome.</param>
    public void Complete(SyncState past, Action<TaskCompletionSource<T>> complete)
    {
        if (Operation.Current is { } operation)
        {
            CancellationTokenRegistrationModel.Forget(registration);
            TaskSync.Of(operation.Execution, source.Task).Clock.Join(past.Clock);
            TaskSync.Completing(source.Task);
        }

        complete(source);
    }
}
