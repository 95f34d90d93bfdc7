namespace Benchmarks.Simulation;

/// <summary>Burckhardt et al., ASPLOS 2010; the length of an execution is that of the longest so far.</summary>
internal sealed class SimulatedPct(int seed, int depth) : SimulatedStrategy(seed)
{
    private readonly Dictionary<SimulatedThread, double> priorities = [];
    private readonly HashSet<int> changes = [];
    private int taken;
    private int longest = 20;
    private double lowest;

    public override void Begin()
    {
        longest = Math.Max(longest, taken);
        taken = 0;
        lowest = 0;
        priorities.Clear();
        changes.Clear();
        for (var i = 1; i < depth; i++)
            changes.Add(Random.Next(longest));
    }

    public override SimulatedThread Choose(SimulatedProgram program, IReadOnlyList<SimulatedThread> enabled)
    {
        foreach (var thread in program.Threads)
            priorities.TryAdd(thread, Random.NextDouble());
        var first = enabled.MaxBy(thread => priorities[thread])!;
        if (!changes.Contains(taken++))
            return first;
        priorities[first] = --lowest;
        return enabled.MaxBy(thread => priorities[thread])!;
    }
}
