using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// How much of what can happen the executions have shown so far: an execution is known again by the order in which its operations
/// learnt of one another, which is what their vector clocks say at their ends.
/// </summary>
internal sealed class OrderCoverage
{
    private readonly Dictionary<ulong, bool> again = [];
    private int executions;
    private int once;

    /// <summary>
    /// How likely it is that one more execution shows an order that has not been seen: the share of orders that were seen exactly
    /// once (Good, "The population frequencies of species and the estimation of population parameters", 1953). From 0 to 1; 1 at first.
    /// </summary>
    public double Unseen => executions == 0 ? 1 : (double)once / executions;

    public void Add(Execution execution)
    {
        executions++;
        var order = execution.Fingerprint.Value;
        if (again.TryAdd(order, false))
        {
            once++;
        }
        else if (!again[order])
        {
            once--;
            again[order] = true;
        }
    }
}
