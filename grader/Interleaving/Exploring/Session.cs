using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Exploring;

/// <summary>
/// What the explorations of one process share: what a test that says nothing else is explored with, what was found so far, and who is told
/// more. A host of this library, as the judge is, makes one of its own for each suite.
/// </summary>
internal sealed class Session
{
    private readonly ConditionalWeakTable<object, Exploration> found = [];

    /// <summary>The session that tests run in now. From the environment, until a host sets its own.</summary>
    public static Session Current { get; set; } = new();

    /// <summary>
    /// Held by whoever explores. The static fields of woven code are there once a process, so one execution at a time may use them, in all
    /// sessions together.
    /// </summary>
    public static Lock Turn { get; } = new();

    /// <summary>What a test that says nothing else is explored with.</summary>
    /// <exception cref="FormatException">A variable of the environment says something that is no number, or less than 1.</exception>
    public RunDefaults Defaults
    {
        get => field ??= RunDefaults.FromEnvironment();
        init;
    }

    /// <summary>
    /// Told of each profile of simulated cores, its number of cores, its work by stacks and who held which core, for a host that reports
    /// them; null for nobody.
    /// </summary>
    public Action<int, ParallelProfile, IReadOnlyList<WorkStack>, IReadOnlyList<CoreUse>>? Profiled { get; set; }

    /// <summary>Keeps what a test was found to do, for a host that wants more than pass or fail.</summary>
    /// <param name="test">The test, as its framework names it.</param>
    /// <param name="exploration">What was found.</param>
    public void Add(object test, Exploration exploration) => found.AddOrUpdate(test, exploration);

    /// <summary>Null for a test that is not interleaved, or could not be explored.</summary>
    public Exploration? Of(object test) => found.TryGetValue(test, out var exploration) ? exploration : null;
}
