using System.Runtime.ExceptionServices;
using Interleaving.Counterexamples;
using Interleaving.Frameworks;
using Interleaving.Instrumentation;
using Interleaving.Models;
using Interleaving.Models.Tasks;
using Interleaving.Naming;
using Interleaving.Races;
using Interleaving.Scheduling;
using Interleaving.SourceMap;
using Interleaving.Weaving;

namespace Interleaving.Exploring;

/// <summary>Runs one body under any schedule, again and again, on one pool of threads.</summary>
internal sealed class Runner(Func<Task> body, ExplorationOptions options) : IDisposable
{
    private readonly ExecutionLimits limits = new(MaxSteps: options.MaxSteps, MaxWaits: options.MaxSteps, Cores: options.Cores, MaxTime: options.TimeLimit);
    private readonly HostPool hosts = new(Affinity.Here());
    private readonly Host host = new();
    private LateStores worthDelaying = new();
    private ProgramContext? context;
    private readonly Watchdog watchdog = Started();

    /// <summary>Code of the program on threads that are not under control.</summary>
    public Outside Outside { get; } = new(options.Program);

    public Watchdog Watchdog => watchdog;

    /// <summary>Which assemblies were not, or not altogether, under control.</summary>
    public Boundary Boundary => context?.Boundary ?? Boundary.None;

    /// <summary>Whether a call back out of code that is not woven is one step, since without that a schedule hangs.</summary>
    public bool Careful { get; set; }

    /// <summary>Forgets what earlier executions taught: the next one is run as if it were the first.</summary>
    public void BeginAnew() => worthDelaying = new LateStores();

    public Execution Run(IStrategy strategy, Recorder? recorder = null, bool stopAtRace = false)
    {
        var execution = new Execution(strategy, hosts, limits)
        {
            Words = Messages.Instance,
            Recorder = recorder,
            Races = options.DataRaces ? new RaceDetector() : null,
            ChecksOverlaps = !options.DataRaces,
            WorthDelaying = worthDelaying,
            Seed = options.Seed,
            ValueFormatter = ValueFormatter.Of(options.Discreet),
            StopAtRace = stopAtRace,
            Careful = Careful,
        };
        hosts.Follow();
        Hooks.BeginExecution();
        Recording.IsOn = recorder is not null;
        // What the body does to its execution context (a culture, a flow that it stops) ends with the execution, and not before:
        // an assertion library that is not woven goes on in the place where it began, and would miss what it left there.
        var flow = Flow.Here();
        var throws = Listener(execution);
        try
        {
            if (recorder is not null)
                AppDomain.CurrentDomain.FirstChanceException += throws;
            Outside.Enter(execution);
            watchdog.Watch(execution);
            execution.Run(host, () => Body(execution));
        }
        finally
        {
            if (recorder is not null)
                AppDomain.CurrentDomain.FirstChanceException -= throws;
            watchdog.Watch(null);
            ExecutionContext.Restore(flow);
            SynchronizationContext.SetSynchronizationContext(null);
            Recording.IsOn = false;
        }

        execution.DelayedStores.Learn();
        execution.LateEnds.Learn();
        execution.DisposedSources.Learn();
        context ??= execution.Context;
        if (watchdog.Abandoned is not null)
            Thread.Sleep(Timeout.Infinite);
        return execution;
    }

    public void Dispose()
    {
        Outside.Leave();
        watchdog.Stop();
        hosts.Dispose();
        host.Dispose();
    }

    /// <summary>Hears of each exception at the moment at which it is thrown, and of many that are caught.</summary>
    private static EventHandler<FirstChanceExceptionEventArgs> Listener(Execution execution) => (_, thrown) =>
    {
        if (Operation.Here is { } operation && ReferenceEquals(operation.Execution, execution) && !execution.Over)
            execution.Recorder!.Throws(operation, thrown.Exception);
    };

    private static Watchdog Started()
    {
        var watchdog = new Watchdog();
        watchdog.Start();
        return watchdog;
    }

    /// <summary>The test's own operation ends when its body returns; the execution ends when the body's task is completed.</summary>
    private void Body(Execution execution)
    {
        var noted = options.Framework?.Begin();
        Task task;
        try
        {
            ModuleInitializers.Run();
            task = body();
        }
        catch (Exception e) when (e is not ExecutionAbortedException)
        {
            Threw(execution, e, noted);
            return;
        }

        if (task.IsCompleted)
            Complete(execution, task, noted);
        else
            TaskSync.OnCompleted(execution, task, _ => Complete(execution, task, noted));
    }

    private void Complete(Execution execution, Task task, Func<Ending?>? noted)
    {
        // Of several failures, whoever awaits the task is told the first.
        if (task.IsFaulted)
            Threw(execution, task.Exception.InnerException!, noted);
        else if (task.IsCanceled)
            Threw(execution, CancelledWait.Failure(task)!, noted);
        else
            End(execution, null, noted);
    }

    private void Threw(Execution execution, Exception exception, Func<Ending?>? noted)
    {
        if (!options.Strict && FrameworkExceptions.Ending(exception) is { } ending)
            End(execution, ending, noted);
        else
            execution.Fail(Operation.Here, FailureKind.Assertion, Messages.Assertion(execution, exception), exception);
    }

    private static void End(Execution execution, Ending? said, Func<Ending?>? noted)
    {
        LetOthersGoFirst(execution);
        var worst = noted?.Invoke() is { } other && other.Kind > (said?.Kind ?? EndingKind.Passed) ? other : said;
        if (worst?.Kind == EndingKind.Failed)
            execution.Fail(Operation.Here, FailureKind.Assertion, Messages.Unheard(worst), Sites.Of(worst.StackTrace), worst.Exception);
        else
            execution.End(worst);
    }

    /// <summary>
    /// The end of the test cuts off what still runs, so it matters who comes before it: a choice, like any at a synchronisation.
    /// </summary>
    private static void LetOthersGoFirst(Execution execution)
    {
        if (Operation.Here is { } last && execution.Operations.Living.Count > 1)
            execution.Yield(last, new Step(StepKind.Sync, execution, 0, last.Site));
    }
}
