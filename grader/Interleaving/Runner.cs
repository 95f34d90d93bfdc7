using Interleaving.Counterexamples;
using Interleaving.Models;
using Interleaving.Models.Tasks;
using Interleaving.Races;
using Interleaving.Scheduling;
using Interleaving.Strategies;

namespace Interleaving;

/// <summary>Runs one body under any schedule, again and again, on one pool of threads.</summary>
internal sealed class Runner(Func<Task> body, ExplorationOptions options) : IDisposable
{
    private readonly ExecutionLimits limits = new(MaxSteps: options.MaxSteps, Cores: options.Cores);
    private readonly HostPool hosts = new(Affinity.Here());
    private readonly Host host = new();

    public Execution Run(IStrategy strategy, Recorder? recorder = null, bool stopAtRace = false)
    {
        var execution = new Execution(strategy, hosts, limits)
        {
            Recorder = recorder,
            Races = options.DataRaces ? new RaceDetector() : null,
            Seed = options.Seed,
            Disclosure = Disclosure.Of(options.Discreet),
            StopAtRace = stopAtRace,
        };
        hosts.Follow();
        Hooks.BeginExecution();
        Hooks.Recording = recorder is not null;
        // What the body does to its execution context (a culture, a flow that it stops) ends with the execution, and not before:
        // an assertion library that is not woven goes on in the place where it began, and would miss what it left there.
        var context = Flow.Here();
        try
        {
            execution.Run(host, () => Body(execution));
        }
        finally
        {
            ExecutionContext.Restore(context);
            SynchronizationContext.SetSynchronizationContext(null);
            Hooks.Recording = false;
        }

        return execution;
    }

    public void Dispose()
    {
        hosts.Dispose();
        host.Dispose();
    }

    /// <summary>The test's own operation ends when its body returns; the execution ends when the body's task is completed.</summary>
    private void Body(Execution execution)
    {
        Task task;
        try
        {
            task = body();
        }
        catch (Exception e) when (e is not ExecutionAbortedException)
        {
            Fail(execution, e);
            return;
        }

        if (task.IsCompleted)
            Complete(execution, task);
        else
            TaskSync.OnCompleted(execution, task, _ => Complete(execution, task));
    }

    private static void Complete(Execution execution, Task task)
    {
        if (task.IsFaulted)
            Fail(execution, task.Exception.InnerExceptions.Count == 1 ? task.Exception.InnerException! : task.Exception);
        else if (task.IsCanceled)
            Fail(execution, new TaskCanceledException(task));
        else
            execution.End();
    }

    private static void Fail(Execution execution, Exception exception) =>
        execution.Fail(Operation.Current, FailureKind.Assertion, Messages.Assertion(execution, exception), exception);
}
