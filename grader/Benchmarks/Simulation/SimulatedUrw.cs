namespace Benchmarks.Simulation;

/// <summary>Zhao, Wolff, Mathur and Roychoudhury, ASPLOS 2025, algorithm 1; lengths are those of the execution before.</summary>
internal sealed class SimulatedUrw(int seed) : SimulatedStrategy(seed)
{
    private readonly Lengths lengths = new();

    public override void Begin() => lengths.Begin();

    public override SimulatedThread Choose(SimulatedProgram program, IReadOnlyList<SimulatedThread> enabled) =>
        Weighted(enabled, thread => Math.Max(1, lengths.Left(program, thread)));

    public override void Taking(SimulatedThread thread) => lengths.Took(thread);
}
