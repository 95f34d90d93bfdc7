using System.Runtime.ExceptionServices;
using Interleaving.Exploring;
using Interleaving.Frameworks;
using Interleaving.Scheduling;
using Interleaving.Strategies;
using Interleaving.Weaving;

namespace Interleaving;

/// <summary>Runs a body under one schedule after the other until one fails or the budget is spent.</summary>
/// <remarks>
/// The body's assembly, and those of your projects that it refers to, are woven in memory the first time; what runs is the
/// woven twin, with static fields of its own. It sees a copy of what the body captures, made anew for each execution.
/// Explorations of one process take turns: static state of woven code belongs to the execution that runs.
/// </remarks>
public static class Explorer
{
    private const int AskEvery = 1_000;

    /// <summary>Explores a body that ends when it returns.</summary>
    /// <param name="body">Run once for each schedule; it must start from scratch each time.</param>
    /// <param name="options">How far to search; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number in <paramref name="options"/> is less than it may be.</exception>
    /// <exception cref="FormatException"><see cref="ExplorationOptions.Schedule"/> is not a schedule.</exception>
    /// <exception cref="InvalidOperationException">
    /// Called from inside an exploration; or the body's assembly has no file to weave; or the body captures a collection of
    /// your own objects, which cannot be copied.
    /// </exception>
    public static Exploration Explore(Action body, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        var woven = WovenBody.Of(body);
        return Explore(
            () =>
            {
                var run = woven();
                WovenContext.Enter(run.Method.Module.Assembly);
                run();
                return Task.CompletedTask;
            },
            options);
    }

    /// <summary>Explores a body that ends when its task does.</summary>
    /// <inheritdoc cref="Explore(Action, ExplorationOptions?)"/>
    public static Exploration Explore(Func<Task> body, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        options ??= new ExplorationOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Schedules, 1, nameof(options.Schedules));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxSteps, 1, nameof(options.MaxSteps));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Cores, 1, nameof(options.Cores));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Depth, 1, nameof(options.Depth));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Preemptions ?? 0, nameof(options.Preemptions));
        if (Operation.Here is not null)
            throw new InvalidOperationException("An exploration cannot start another.");
        var schedule = options.Schedule is { } text ? Schedule.Parse(text) : null;
        var woven = WovenBody.Of(body);
        options = options with { Framework = TestFrameworks.Running };
        lock (Session.Turn)
        {
            Runner? running = null;
            return OnOwnThread(
                () =>
                {
                    using var runner = running = new Runner(() => Run(woven()), options);
                    var found = schedule is null ? new Search(runner, options).Run() : Counterexample.Replay(runner, schedule);
                    return found with { Boundary = runner.Boundary };
                },
                () => Volatile.Read(ref running)?.Watchdog.Abandoned is { } left ? (true, Counterexample.Untold(left)) : (false, null!));
        }
    }

    private static Task Run(Func<Task> body)
    {
        WovenContext.Enter(body.Method.Module.Assembly);
        return body();
    }

    /// <summary>Exploring pins its thread and lends its stack to operations, so it takes a thread of its own.</summary>
    internal static T OnOwnThread<T>(Func<T> work) => OnOwnThread(work, static () => (false, default!));

    /// <param name="work">What is done there.</param>
    /// <param name="left">Asked now and then whether the work will never end, and for the result in place of its own.</param>
    private static T OnOwnThread<T>(Func<T> work, Func<(bool IsLeft, T Instead)> left)
    {
        T result = default!;
        ExceptionDispatchInfo? error = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    Affinity.Settle();
                    result = work();
                }
                catch (Exception e)
                {
                    error = ExceptionDispatchInfo.Capture(e);
                }
            },
            1 << 23)
        { IsBackground = true, Name = "Interleaving explorer" };
        thread.Start();
        while (!thread.Join(AskEvery))
        {
            if (left() is (true, var instead))
                return instead;
        }

        error?.Throw();
        return result;
    }
}
