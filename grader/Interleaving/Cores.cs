using System.Runtime.ExceptionServices;
using Interleaving.Counterexamples;
using Interleaving.Scheduling;
using Interleaving.Strategies;
using Interleaving.Weaving;

namespace Interleaving;

/// <summary>Work and span of a program on a simulated machine (Blumofe and Leiserson 1999), without any clock.</summary>
public static class Cores
{
    /// <summary>
    /// Work alone bounds a simulation: it takes a step for each access to memory of a whole computation, and its operations
    /// keep their cores, however long, as they would on a real machine.
    /// </summary>
    private static readonly ExecutionLimits Unbounded = new(MaxSteps: int.MaxValue, MaxStreak: int.MaxValue);

    /// <summary>Told of each profile, its number of cores and its work by stacks, for a host that reports them; null for nobody.</summary>
    internal static Action<int, ParallelProfile, IReadOnlyList<WorkStack>>? Profiled { get; set; }

    /// <summary>
    /// Runs <paramref name="body"/> once, with all that it starts, on <paramref name="cores"/> simulated cores, each of which
    /// does one loop round or call per unit of time. <see cref="Environment.ProcessorCount"/> reads <paramref name="cores"/>
    /// there. It may be called inside an exploration or on its own.
    /// </summary>
    /// <param name="cores">From 1.</param>
    /// <param name="body">Woven here if it is not yet, as by <see cref="Explorer"/>; what it started and did not await by its end is not waited for.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cores"/> is below 1.</exception>
    /// <exception cref="InvalidOperationException">The body deadlocked, did not end, or left the engine's control.</exception>
    public static ParallelProfile Run(int cores, Action body)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cores, 1);
        ArgumentNullException.ThrowIfNull(body);
        body = WovenBody.Of(body)();
        var outer = Operation.Current;
        var caches = new CacheModel();
        using var hosts = new HostPool(Affinity.Here());
        using var host = new Host();
        var execution = new Execution(new CoresStrategy(cores), hosts, Unbounded with { Cores = cores })
        {
            Caches = caches,
            Work = Profiled is null ? null : new WorkSampler(),
            Seed = outer?.Execution.Seed ?? 0,
            Disclosure = outer?.Execution.Disclosure ?? Disclosure.Full,
        };
        Exception? thrown = null;
        ParallelProfile? profile = null;
        try
        {
            Operation.Current = null;
            execution.Run(host, () =>
            {
                thrown = Try(body);

                // Before the end, after which operations that nobody awaited are unwound.
                profile = Profile(execution.Operations, caches);
                execution.End();
            });
        }
        finally
        {
            Operation.Current = outer;
        }

        if (execution.Failure is { } failure)
            Report(outer, failure);
        if (thrown is not null)
            ExceptionDispatchInfo.Throw(thrown);
        if (execution.Work is { } work)
            Profiled?.Invoke(cores, profile!, work.Stacks);
        return profile!;
    }

    private static Exception? Try(Action body)
    {
        try
        {
            body();
            return null;
        }
        catch (Exception e) when (e is not ExecutionAbortedException)
        {
            return e;
        }
    }

    private static ParallelProfile Profile(IReadOnlyList<Operation> operations, CacheModel caches)
    {
        long work = 0, makespan = 0;
        foreach (var operation in operations)
        {
            work += operation.Work;
            makespan = Math.Max(makespan, operation.CoreTime);
        }

        return new ParallelProfile(work, makespan, operations.Count - 1, caches.Transfers);
    }

    /// <summary>Inside an exploration, what went wrong fails that one, with its own kind of failure.</summary>
    private static void Report(Operation? outer, Failure failure)
    {
        if (outer is not null)
        {
            outer.Execution.Fail(outer, failure.Kind, failure.Message, failure.Exception);
            outer.ThrowAborted();
        }

        throw new InvalidOperationException(failure.Message, failure.Exception);
    }
}
