using System.Reflection;
using System.Runtime.ExceptionServices;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;
using NUnit.Framework.Internal;

namespace Interleaving.NUnit;

/// <summary>One execution of a test: a new fixture, its set-up, the test, its tear-down.</summary>
internal sealed class TestBody(TestMethod test, TestExecutionContext outer)
{
    private const BindingFlags Unwrapped = BindingFlags.DoNotWrapExceptions;
    private static readonly object?[] None = [];

    private readonly FixtureMethods around = FixtureMethods.Of(test);
    private readonly object?[] fixtureArguments = FixtureMethods.FixtureOf(test)?.Arguments ?? None;

    /// <summary>
    /// Runs as the first operation of an execution. The task, if there is one, is the rest of the test; where something is
    /// to be done after it, this operation waits for it under control instead.
    /// </summary>
    public Task Run()
    {
        Isolate();
        var fixture = test.Method.MethodInfo.IsStatic ? null : Construct();
        TestExecutionContext.CurrentContext.TestObject = fixture;
        foreach (var method in around.Before)
            Wait(Invoke(fixture, method, None));
        if (around.After.Count == 0 && fixture is not (IDisposable or IAsyncDisposable))
            return Invoke(fixture, test.Method.MethodInfo, test.Arguments);

        ExceptionDispatchInfo? failure = null;
        Attempt(() => Wait(Invoke(fixture, test.Method.MethodInfo, test.Arguments)));
        foreach (var method in around.After)
            Attempt(() => Wait(Invoke(fixture, method, None)));
        Attempt(() => Dispose(fixture));
        failure?.Throw();
        return Task.CompletedTask;

        // What fails first is the failure; the rest still runs, as NUnit has it.
        void Attempt(Action step)
        {
            try
            {
                step();
            }
            catch (Exception e) when (e is not ExecutionAbortedException)
            {
                failure ??= ExceptionDispatchInfo.Capture(e);
            }
        }
    }

    /// <summary>
    /// NUnit's assertions note a failure in the current result even when the exception is caught. Each execution gets a
    /// result of its own, so that none leaks into another or into the test's.
    /// </summary>
    private void Isolate()
    {
        new TestExecutionContext(outer) { CurrentTest = test, CurrentResult = test.MakeTestResult() }
            .EstablishExecutionEnvironment();

        // It brings the context of NUnit's own thread along, through which an assertion would go on out of control.
        SynchronizationContext.SetSynchronizationContext(null);
    }

    private object Construct() =>
        Activator.CreateInstance(
            test.TypeInfo!.Type,
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | Unwrapped,
            null,
            fixtureArguments,
            null)!;

    private static Task Invoke(object? fixture, MethodInfo method, object?[] arguments) =>
        method.Invoke(method.IsStatic ? null : fixture, Unwrapped, null, arguments, null) switch
        {
            Task task => task,
            ValueTask task => ValueTaskModel.AsTask(ref task),
            _ => Task.CompletedTask,
        };

    private static void Wait(Task task) => TaskModel.Wait(task);

    private static void Dispose(object? fixture)
    {
        if (fixture is IAsyncDisposable asynchronous)
            Wait(asynchronous.DisposeAsync().AsTask());
        else if (fixture is IDisposable disposable)
            disposable.Dispose();
    }
}
