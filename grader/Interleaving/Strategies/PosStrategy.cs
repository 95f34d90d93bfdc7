using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// Partial order sampling (Yuan, Yang and Gu, CAV 2018): every step that an operation is about to take has a random
/// priority, the highest goes first, and steps that depend on the one taken draw anew. Orders of dependent steps come out
/// nearly uniform, however many independent steps stand around them.
/// </summary>
/// <remarks>
/// When an operation pauses, all draw anew: those who spin draw again and again, and would starve the one that they wait for
/// if it were stuck with a low priority.
/// </remarks>
internal sealed class PosStrategy(int seed) : IStrategy
{
    private const double None = -1;
    private Random Random => field ??= new(seed);
    private readonly List<(int Steps, double Priority)> pending = [];

    public string Name => "POS";

    public bool Begin()
    {
        pending.Clear();
        return true;
    }

    public bool Delays(Operation previous, bool worthwhile) => worthwhile && Random.Next(2) == 0;

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled)
    {
        while (pending.Count < previous.Execution.Operations.Count)
            pending.Add((0, None));
        var pauses = previous.Pending.Kind == StepKind.Pause;
        var chosen = enabled[0];
        foreach (var operation in enabled)
        {
            var (steps, priority) = pending[operation.Id];
            if (priority == None || steps != operation.Steps || pauses)
                pending[operation.Id] = (operation.Steps, Random.NextDouble());
            if (pending[operation.Id].Priority > pending[chosen.Id].Priority)
                chosen = operation;
        }

        foreach (var operation in enabled)
        {
            if (ReferenceEquals(operation, chosen) || operation.Pending.DependsOn(chosen.Pending))
                pending[operation.Id] = (operation.Steps, None);
        }

        return chosen;
    }
}
