using System.Runtime.ExceptionServices;
using Interleaving.Counterexamples;
using Interleaving.Exploring;
using Interleaving.Naming;
using Interleaving.Races;
using Interleaving.Scheduling;
using Interleaving.Strategies;
using Interleaving.Weaving;

namespace Interleaving;

/// <summary>
/// A program on a simulated machine with as many cores as you say: how much it computes, how long that takes, and what the
/// cores take away from one another. Counted without any clock, so it is the same on every machine (work and span: Blumofe and
/// Leiserson 1999).
/// </summary>
/// <remarks>
/// <para>Each core does one loop round or call of woven code per unit of time; what the platform does for the program costs by
/// the length of what it goes through (<see cref="Weaving.Costs"/>). At any time, the core that is furthest behind goes on, so a
/// starter is not held up by what it started, nor the reverse. Who waits (Join, Wait, a lock, an event) leaves its core to others.
/// Threads share the cores in slices of 1,000 units; tasks, work items, continuations and the workers of parallel loops run on as
/// many threads of a pool as there are cores, and each runs to its end.</para>
/// <para>Delays and timeouts cost nothing: time passes by work alone.</para>
/// </remarks>
public static class Cores
{
    /// <summary>
    /// Work alone bounds a simulation: it takes a step for each access to memory of a whole computation, and its operations
    /// keep their cores, however long, as they would on a real machine. Who spins for millions of rounds gives way to others at last.
    /// </summary>
    private static readonly ExecutionLimits Unbounded = new(MaxSteps: int.MaxValue, MaxStreak: int.MaxValue, MaxWaits: 5_000_000);

    /// <summary>
    /// Runs <paramref name="body"/> once, with all that it starts, on <paramref name="cores"/> simulated cores.
    /// <see cref="Environment.ProcessorCount"/> reads <paramref name="cores"/> there. It may be called inside an exploration or on
    /// its own.
    /// </summary>
    /// <param name="cores">From 1.</param>
    /// <param name="body">Woven here if it is not yet, as by <see cref="Explorer"/>; what it started and did not await by its end is not waited for.</param>
    /// <returns>Work, makespan, operations started and cache lines moved.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cores"/> is below 1.</exception>
    /// <exception cref="InvalidOperationException">
    /// The body deadlocked, had a data race, did not end, or left the engine's control. Inside an exploration, that fails with its own
    /// kind of failure instead.
    /// </exception>
    public static ParallelProfile Run(int cores, Action body) => Run(cores, body, new CoresOptions());

    /// <inheritdoc cref="Run(int, Action)"/>
    /// <param name="cores">From 1.</param>
    /// <param name="body">As above.</param>
    /// <param name="options">What to do differently: another order of what happens at one instant, no data races.</param>
    public static ParallelProfile Run(int cores, Action body, CoresOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cores, 1);
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(options);
        body = WovenBody.Of(body)();
        var outer = Operation.Here;
        var caches = new CacheModel();
        using var hosts = new HostPool(Affinity.Here());
        using var host = new Host();
        var profiled = Session.Current.Profiled;
        var timeline = profiled is null ? null : new CoreTimeline(cores);
        var execution = new Execution(new CoresStrategy(cores, options.Seed) { Timeline = timeline }, hosts, Unbounded with { Cores = cores })
        {
            Words = Messages.Instance,
            Caches = caches,
            Slice = CoresStrategy.Slice,
            Races = options.DataRaces ?? (outer is null || outer.Execution.Races is not null) ? new RaceDetector() : null,
            StopAtRace = true,
            Work = profiled is null ? null : new WorkSampler(),
            Outer = outer?.Execution,
            Seed = outer?.Execution.Seed ?? 0,
            ValueFormatter = outer?.Execution.ValueFormatter ?? ValueFormatter.Full,
        };
        Exception? thrown = null;
        ParallelProfile? profile = null;
        IReadOnlyList<CoreUse> uses = [];
        var under = Outside.Nest(execution);
        try
        {
            Operation.Here = null;
            if (outer is not null)
                outer.Execution.Dispatcher.Running = null;
            execution.Run(host, () =>
            {
                // Before any strategy is asked, and also when none ever is.
                timeline?.Take(0, Operation.Here!);
                thrown = Try(body);

                // Before the end, after which operations that nobody awaited are unwound.
                profile = Profile(execution.Operations, caches);
                uses = execution.ValueFormatter.Tidy(timeline?.Uses() ?? []);
                execution.End();
            });
        }
        finally
        {
            Outside.Resume(under);
            Operation.Here = outer;
            if (outer is not null)
                outer.Execution.Dispatcher.Running = outer;
        }

        if ((execution.Control.Lost ?? execution.Failure) is { } failure)
            Report(outer, failure);
        if (thrown is not null)
            ExceptionDispatchInfo.Throw(thrown);
        if (execution.Work is { } work)
            profiled?.Invoke(cores, profile!, work.Stacks, uses);
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
            if (failure.Site >= 0)
                outer.Site = failure.Site;
            outer.Execution.Fail(outer, failure.Kind, failure.Message, failure.Exception);
            outer.ThrowAborted();
        }

        throw new InvalidOperationException(failure.Message, failure.Exception);
    }
}
