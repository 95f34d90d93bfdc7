using System.Threading.Tasks.Sources;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>A promise whose result is taken once. The platform reuses the object behind it, so it refuses a second use.</summary>
/// <param name="source">The promise.</param>
/// <param name="usedUp">What the platform says to a second use.</param>
/// <param name="taken">Called when the result is taken.</param>
internal sealed class SingleUse<T>(TaskCompletionSource<T> source, string usedUp, Action? taken = null)
    : IValueTaskSource<T>, IValueTaskSource, ISingleUse
{
    private bool continued;
    private bool isTask;
    private bool over;

    public Task Task => source.Task;

    public void Continue()
    {
        Check();
        if (continued)
            throw new InvalidOperationException("Another continuation was already registered.");
        continued = true;
    }

    public Task ToTask()
    {
        Continue();
        isTask = true;
        taken?.Invoke();
        return source.Task;
    }

    public T GetResult(short token)
    {
        Check();
        if (!source.Task.IsCompleted)
            throw new InvalidOperationException("The asynchronous operation has not completed.");
        over = true;
        taken?.Invoke();
        return source.Task.GetAwaiter().GetResult();
    }

    void IValueTaskSource.GetResult(short token) => GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token)
    {
        Check();
        return source.Task.Status switch
        {
            TaskStatus.RanToCompletion => ValueTaskSourceStatus.Succeeded,
            TaskStatus.Faulted => ValueTaskSourceStatus.Faulted,
            TaskStatus.Canceled => ValueTaskSourceStatus.Canceled,
            _ => ValueTaskSourceStatus.Pending,
        };
    }

    /// <summary>For code that is not woven; woven code registers with the task itself.</summary>
    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        Continue();
        if (Operation.Current is { } operation)
            TaskSync.OnCompleted(operation.Execution, source.Task, _ => continuation(state));
    }

    private void Check()
    {
        if (over || (isTask && source.Task.IsCompleted))
            throw new InvalidOperationException(usedUp);
    }
}
