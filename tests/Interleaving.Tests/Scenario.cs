using Interleaving.Counterexamples;
using Interleaving.Races;
using Interleaving.Scheduling;

namespace Interleaving.Tests;

/// <summary>Runs tiny programs on the scheduler itself, without any weaving: operations that take steps by hand.</summary>
internal static class Scenario
{
    /// <summary>One execution of <paramref name="main"/>, which ends it when it returns.</summary>
    public static Execution Run(
        IStrategy strategy,
        Action<Operation> main,
        Recorder? recorder = null,
        RaceDetector? races = null,
        ExecutionLimits? limits = null)
    {
        using var hosts = new HostPool(-1);
        using var host = new Host();
        var execution = new Execution(strategy, hosts, limits ?? new ExecutionLimits())
        {
            Words = Messages.Instance,
            Recorder = recorder,
            Races = races,
            StopAtRace = true,
        };
        var outer = Operation.Here;
        Operation.Here = null;
        execution.Run(host, () =>
        {
            main(Operation.Current!);
            execution.End();
        });
        Operation.Here = outer;
        strategy.Finished(execution);
        return execution;
    }

    /// <summary>A main operation that starts all of <paramref name="bodies"/> and waits until they have ended.</summary>
    public static Action<Operation> Together(params Action<Operation>[] bodies) => main =>
    {
        var allDone = new WaitQueue();
        var running = bodies.Length;
        foreach (var body in bodies)
        {
            main.Execution.Spawn($"Task.Run #{main.Execution.Operations.Count}", () =>
            {
                body(Operation.Current!);
                if (--running == 0)
                    allDone.Set(true);
            });
        }

        main.Execution.Block(main, allDone, new Wait(WaitKind.Named) { Name = "all tasks to complete" });
    };

    /// <summary>Runs until the strategy has nothing left to try; what each execution left in <c>trace</c>, in order.</summary>
    public static List<string> Explore(IStrategy strategy, Func<List<string>, Action<Operation>> program, int budget = 100_000)
    {
        var traces = new List<string>();
        while (traces.Count < budget && strategy.Begin())
        {
            var trace = new List<string>();
            var execution = Run(strategy, program(trace));
            if (execution.Failure is { } failure)
                trace.Add(failure.Kind.ToString());
            traces.Add(string.Join(' ', trace));
        }

        return traces;
    }

    /// <summary>An operation of steps on one thing that all share: <c>a1 a2 …</c>; the first needs no yield point.</summary>
    public static Action<Operation> Steps(List<string> trace, string name, int count, object? target = null) => operation =>
    {
        var shared = target ?? trace;
        for (var i = 1; i <= count; i++)
        {
            if (i > 1)
                operation.Execution.Yield(operation, new Step(StepKind.Sync, shared, 0, -1));
            trace.Add(name + i);
        }
    };
}
