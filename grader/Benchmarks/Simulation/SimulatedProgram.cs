namespace Benchmarks.Simulation;

/// <summary>
/// A program as nothing but its events: threads, locks that cannot be taken while they are held, and variables. What the
/// literature's strategies are defined on, and so what the explorer's are held to.
/// </summary>
internal sealed class SimulatedProgram
{
    private readonly List<SimulatedThread> threads = [];
    private readonly HashSet<string> held = [];
    private SimulatedThread? running;

    public IReadOnlyList<SimulatedThread> Threads => threads;

    /// <summary>Set once an assertion did not hold.</summary>
    public bool Failed { get; private set; }

    /// <summary>Runs it once.</summary>
    /// <returns>Whether an assertion failed or all threads that are left wait.</returns>
    public bool Run(IEnumerable<Act> main, SimulatedStrategy strategy)
    {
        strategy.Begin();
        Start(main);
        var enabled = new List<SimulatedThread>();
        while (!Failed)
        {
            enabled.Clear();
            enabled.AddRange(threads.Where(thread => thread.CanRun));
            if (enabled.Count == 0)
                return threads.Exists(thread => !thread.Done);
            running = strategy.Choose(this, enabled);
            strategy.Taking(running);
            running.Take();
        }

        return true;
    }

    /// <summary>Starts all, one after the other, then waits for each.</summary>
    public IEnumerable<Act> Together(params IEnumerable<Act>[] bodies)
    {
        var started = new List<SimulatedThread>();
        foreach (var body in bodies)
        {
            yield return Act.Write($"thread {threads.Count}");
            started.Add(Start(body));
        }

        foreach (var thread in started)
            yield return Join(thread);
    }

    public SimulatedThread Start(IEnumerable<Act> body)
    {
        threads.Add(new SimulatedThread(threads.Count, running, body.GetEnumerator()));
        return threads[^1];
    }

    public static Act Join(SimulatedThread thread) => new($"thread {thread.Id}", CanRun: () => thread.Done);

    public Act Enter(string gate) => new(gate, CanRun: () => !held.Contains(gate), Effect: () => held.Add(gate));

    public Act Exit(string gate) => new(gate, Effect: () => held.Remove(gate));

    public void Expect(bool holds) => Failed |= !holds;
}
