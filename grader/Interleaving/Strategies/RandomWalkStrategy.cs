using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>At every choice, each enabled operation is as likely as any other.</summary>
internal sealed class RandomWalkStrategy(int seed) : IStrategy
{
    private Random Random => field ??= new(seed);

    public string Name => "random walk";

    public bool Begin() => true;

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled) => enabled[Random.Next(enabled.Count)];

    public bool Delays(Operation previous, bool worthwhile) => worthwhile && Random.Next(2) == 0;
}
