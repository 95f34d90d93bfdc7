namespace Benchmarks.Simulation;

internal sealed class SimulatedWalk(int seed) : SimulatedStrategy(seed)
{
    public override SimulatedThread Choose(SimulatedProgram program, IReadOnlyList<SimulatedThread> enabled) =>
        enabled[Random.Next(enabled.Count)];
}
