using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>Operations that each wait for a condition of their own on the same state.</summary>
internal sealed class Conditions
{
    private readonly List<(Func<bool> Holds, WaitQueue Queue)> waiting = [];

    /// <summary>How many wait.</summary>
    public int Count => waiting.Count;

    /// <summary>Blocks until the condition holds; when this returns true it still does. False when the time ran out first.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public bool Await(
        Operation operation, Func<bool> holds, Wait wait, long milliseconds = -1, CancellationToken token = default)
    {
        if (holds())
            return true;
        var entry = (holds, new WaitQueue());
        waiting.Add(entry);
        try
        {
            return operation.Execution.Block(operation, entry.Item2, wait, milliseconds, token);
        }
        finally
        {
            waiting.Remove(entry);
        }
    }

    /// <summary>To be called after every change of the state.</summary>
    public void Update()
    {
        foreach (var (holds, queue) in waiting)
            queue.Set(holds());
    }
}
