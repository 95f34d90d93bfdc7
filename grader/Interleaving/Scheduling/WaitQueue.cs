namespace Interleaving.Scheduling;

/// <summary>
/// The operations that wait for one condition. While the queue is open every waiter is enabled, and which of them
/// goes on is the strategy's choice; a waiter that goes on and uses the condition up closes the queue for the rest.
/// </summary>
internal sealed class WaitQueue
{
    private readonly List<Operation> waiting = [];

    public bool IsOpen { get; private set; }

    /// <summary>In order of arrival.</summary>
    public IReadOnlyList<Operation> Waiting => waiting;

    public void Set(bool open)
    {
        if (open == IsOpen)
            return;
        IsOpen = open;
        foreach (var operation in waiting)
            operation.Execution.Operations.SetEnabled(operation, open || operation.IsInterrupted);
    }

    internal void Add(Operation operation) => waiting.Add(operation);

    internal void Remove(Operation operation) => waiting.Remove(operation);
}
