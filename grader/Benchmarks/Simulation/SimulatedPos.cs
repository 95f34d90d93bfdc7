namespace Benchmarks.Simulation;

/// <summary>Yuan, Yang and Gu, CAV 2018.</summary>
internal sealed class SimulatedPos(int seed) : SimulatedStrategy(seed)
{
    private readonly Dictionary<SimulatedThread, double> priorities = [];

    public override void Begin() => priorities.Clear();

    public override SimulatedThread Choose(SimulatedProgram program, IReadOnlyList<SimulatedThread> enabled)
    {
        foreach (var thread in enabled)
            priorities.TryAdd(thread, Random.NextDouble());
        var chosen = enabled.MaxBy(thread => priorities[thread])!;
        foreach (var thread in program.Threads)
        {
            if (thread == chosen || thread.Next.DependsOn(chosen.Next))
                priorities.Remove(thread);
        }

        return chosen;
    }
}
