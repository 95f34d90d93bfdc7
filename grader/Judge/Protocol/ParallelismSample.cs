using Interleaving;
using Interleaving.Scheduling;

namespace Judge.Protocol;

/// <summary>Work and span of one run on simulated cores: the same numbers on every machine.</summary>
/// <param name="Cores">Cores simulated.</param>
/// <param name="Work">Loop back-edges and calls in all.</param>
/// <param name="Makespan">The same unit, along the longest chain as scheduled on the cores.</param>
/// <param name="Spawned">Operations started.</param>
/// <param name="Transfers">Cache lines and locks that moved between operations.</param>
internal sealed record ParallelismSample(int Cores, long Work, long Makespan, long Spawned, long Transfers)
{
    /// <summary>The work by stacks of calls, in the order of their names.</summary>
    public IReadOnlyList<WorkStack> Stacks { get; init; } = [];

    /// <summary>Who held which core from when to when, core by core in order of time.</summary>
    public IReadOnlyList<CoreUse> Uses { get; init; } = [];

    public double Parallelism => Makespan == 0 ? 0 : (double)Work / Makespan;
}
