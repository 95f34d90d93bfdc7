using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// Uniform random walk (Zhao, Wolff, Mathur and Roychoudhury, ASPLOS 2025): each operation is picked with a probability
/// proportional to the steps that it has left, which makes every interleaving of operations of known lengths as likely as
/// any other. Lengths are those of the execution before; the first one is an ordinary random walk.
/// </summary>
internal sealed class UrwStrategy(int seed) : IStrategy
{
    private Random Random => field ??= new(seed);
    private readonly RemainingSteps census = new();

    public string Name => "URW";

    /// <summary>Steps that an operation takes alone count as well.</summary>
    public bool SeesAll => true;

    public bool Begin()
    {
        census.Begin();
        return true;
    }

    public bool Delays(Operation previous, bool worthwhile) => worthwhile && Random.Next(2) == 0;

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled)
    {
        census.Meet(previous.Execution);
        var total = 0L;
        foreach (var operation in enabled)
            total += Math.Max(1, census.Left(operation));
        var at = Random.NextInt64(total);
        foreach (var operation in enabled)
        {
            at -= Math.Max(1, census.Left(operation));
            if (at < 0)
            {
                census.Took(operation);
                return operation;
            }
        }

        throw new InvalidOperationException("The weights add up to their total.");
    }
}
