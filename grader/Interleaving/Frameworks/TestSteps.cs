using System.Reflection;
using System.Runtime.ExceptionServices;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Frameworks;

/// <summary>What a test framework does with one test, under control: make its class, what comes before, the test, what comes after.</summary>
internal static class TestSteps
{
    private const BindingFlags Unwrapped = BindingFlags.DoNotWrapExceptions;

    public static object Construct(Type type, object?[] arguments) =>
        Activator.CreateInstance(
            type, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | Unwrapped, null, arguments, null)!;

    /// <summary>The task is the rest of the method; a completed one where it returns none.</summary>
    public static Task Invoke(object? instance, MethodInfo method, params object?[] arguments) =>
        method.Invoke(method.IsStatic ? null : instance, Unwrapped, null, arguments, null) switch
        {
            Task task => task,
            ValueTask task => ValueTaskModel.AsTask(ref task),
            _ => Task.CompletedTask,
        };

    /// <summary>Throws what the task ended with, and not an <see cref="AggregateException"/> around it.</summary>
    public static void Wait(Task task)
    {
        try
        {
            TaskModel.Wait(task);
        }
        catch (AggregateException) when (task.IsCompleted)
        {
            task.GetAwaiter().GetResult();
        }
    }

    /// <summary>How an instance is disposed of, once; nothing when it is not disposable.</summary>
    public static IEnumerable<Func<Task>> Disposal(object? instance)
    {
        if (instance is IAsyncDisposable asynchronous)
            yield return () => asynchronous.DisposeAsync().AsTask();
        else if (instance is IDisposable disposable)
            yield return () => { disposable.Dispose(); return Task.CompletedTask; };
    }

    /// <summary>
    /// Runs one step after the other. What comes after runs whatever has failed; what fails first is the failure, and to be skipped
    /// is none. Where nothing comes after, the task is the rest of the test.
    /// </summary>
    /// <param name="before">To be done first.</param>
    /// <param name="test">The test.</param>
    /// <param name="after">To be done last.</param>
    /// <param name="tested">Told of what the test ended with, null for nothing, before the last steps.</param>
    public static Task Run(Action before, Func<Task> test, IReadOnlyCollection<Func<Task>> after, Action<Exception?>? tested = null)
    {
        if (after.Count == 0)
        {
            before();
            return test();
        }

        ExceptionDispatchInfo? failure = null;
        Attempt(() =>
        {
            before();
            Wait(test());
        });
        tested?.Invoke(failure?.SourceException);
        foreach (var step in after)
            Attempt(() => Wait(step()));
        failure?.Throw();
        return Task.CompletedTask;

        void Attempt(Action step)
        {
            try
            {
                step();
            }
            catch (Exception e) when (e is not ExecutionAbortedException)
            {
                if (failure is null || FrameworkExceptions.Ending(failure.SourceException) is not null)
                    failure = ExceptionDispatchInfo.Capture(e);
            }
        }
    }
}
