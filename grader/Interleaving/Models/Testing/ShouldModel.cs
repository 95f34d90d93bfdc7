using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Testing;

/// <summary>
/// Shouldly's assertions on tasks look at the task in a continuation on the thread pool, where the engine cannot follow.
/// These look at the same moment, on the operation that completes the task.
/// </summary>
[Models("Shouldly.Should", Passes = ["*"])]
internal static class ShouldModel
{
    public static Task<TException> ThrowAsync<TException>(Task task, string? customMessage)
        where TException : Exception =>
        Settle(task, settled => (TException)Thrown(settled, typeof(TException), exact: false, customMessage));

    public static Task<Exception> ThrowAsync(Task task, Type exceptionType, string? customMessage) =>
        Settle(task, settled => Thrown(settled, exceptionType, exact: true, customMessage));

    public static Task<TException> ThrowAsync<TException>(Func<Task> actual, string? customMessage)
        where TException : Exception =>
        ThrowAsync<TException>(Started(actual), customMessage);

    public static Task<Exception> ThrowAsync(Func<Task> actual, Type exceptionType, string? customMessage) =>
        ThrowAsync(Started(actual), exceptionType, customMessage);

    public static Task NotThrowAsync(Task task, string? customMessage) =>
        Settle(task, settled => settled.Exception is null
            ? true
            : throw ShouldlyText.Failure("should not throw but threw", settled.Exception.InnerException!, customMessage));

    public static Task NotThrowAsync(Func<Task> actual, string? customMessage) => NotThrowAsync(Started(actual), customMessage);

    private static Task Started(Func<Task> actual)
    {
        try
        {
            return actual();
        }
        catch (Exception e) when (e is not ExecutionAbortedException)
        {
            return Task.FromException(e);
        }
    }

    private static Exception Thrown(Task task, Type expected, bool exact, string? customMessage)
    {
        var thrown = task.IsCanceled ? new TaskCanceledException(task) : task.Exception?.InnerException;
        if (thrown is null)
            throw ShouldlyText.Failure($"should throw {expected.FullName} but did not", null, customMessage);
        return (exact ? thrown.GetType() == expected : expected.IsInstanceOfType(thrown))
            ? thrown
            : throw ShouldlyText.Failure($"should throw {expected.FullName} but threw", thrown, customMessage);
    }

    /// <summary>A task that ends as <paramref name="judge"/> does once <paramref name="task"/> is completed.</summary>
    private static Task<T> Settle<T>(Task task, Func<Task, T> judge)
    {
        if (Operation.Current is not { } operation)
            return task.ContinueWith(judge, default, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        var source = new TaskCompletionSource<T>();
        _ = TaskSync.Known(source.Task);
        TaskSync.Look(operation, task);
        if (task.IsCompleted)
            Complete();
        else
            TaskSync.OnCompleted(operation.Execution, task, CompleteOn);
        return source.Task;

        // A task made of others has more behind it than what its completer did.
        void CompleteOn(Operation completer)
        {
            TaskSync.Of(completer.Execution, task).Acquire(completer);
            Complete();
        }

        void Complete()
        {
            T result;
            try
            {
                result = judge(task);
            }
            catch (Exception e)
            {
                TaskSync.Completing(source.Task);
                source.SetException(e);
                return;
            }

            TaskSync.Completing(source.Task);
            source.SetResult(result);
        }
    }
}
