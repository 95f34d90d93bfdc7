using Interleaving.Models.Cancellation;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>One call of <c>WaitAsync</c> that stands in line.</summary>
internal sealed class SemaphoreTask(Execution execution, SemaphoreSlimState semaphore, object target, long milliseconds, CancellationToken token)
{
    // Without a timeout or a token the platform completes the task itself, and what awaits it is queued. With one, an async
    // method of the platform stands between: it goes on by itself after a release, but inside the call of Cancel.
    private readonly bool plain = milliseconds < 0 && !token.CanBeCanceled;
    private readonly TaskCompletionSource<bool> source = new(
        milliseconds < 0 && !token.CanBeCanceled
            ? TaskCreationOptions.RunContinuationsAsynchronously
            : TaskCreationOptions.None);

    private VirtualTimer? timer;
    private CancellationTokenRegistration registration;

    public LinkedListNode<SemaphoreTask>? Place { get; set; }

    public Task<bool> Start(Operation operation)
    {
        if (milliseconds > 0)
        {
            timer = execution.Time.AddTimer(milliseconds, execution.NameFor("timeout"), () => GiveUp(static source => source.TrySetResult(false)));
        }

        if (token.CanBeCanceled)
            registration = CancellationTokenModel.Add(operation, token, () => GiveUp(source => CancelledWait.TrySet(source, token)));
        TaskSync.Of(execution, source.Task).Source = target;
        return TaskSync.Known(source.Task);
    }

    /// <summary>The permit that <paramref name="releaser"/> put back is this task's.</summary>
    public void Grant(Operation releaser)
    {
        timer?.Cancel();
        CancellationTokenRegistrationModel.Forget(registration);
        TaskSync.Of(execution, source.Task).Clock.Join(semaphore.Clock);
        if (plain)
            Complete();
        else
            execution.Spawn(execution.NameFor("continuation"), Complete);
    }

    private void Complete()
    {
        TaskSync.Completing(source.Task);
        source.TrySetResult(true);
    }

    private void GiveUp(Func<TaskCompletionSource<bool>, bool> complete)
    {
        if (!semaphore.Leave(this))
            return;
        timer?.Cancel();
        CancellationTokenRegistrationModel.Forget(registration);
        TaskSync.Completing(source.Task);
        complete(source);
    }
}
