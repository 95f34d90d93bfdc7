using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// The schedule without preemptions: an operation runs until it blocks or ends, then the next one in turn does.
/// Every schedule string is written as deviations from this one.
/// </summary>
internal sealed class DefaultStrategy : IStrategy
{
    private bool begun;

    public string Name => "default";

    public bool Begin() => !begun && (begun = true);

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled) => Choose(previous, enabled);

    /// <summary>The default choice: go on if possible, else the next id, round and round.</summary>
    public static Operation Choose(Operation previous, IReadOnlyList<Operation> enabled)
    {
        if (previous.Enabled && previous.Pending.Kind != StepKind.Pause)
            return previous;
        foreach (var operation in enabled)
        {
            if (operation.Id > previous.Id)
                return operation;
        }

        return enabled[0];
    }
}
