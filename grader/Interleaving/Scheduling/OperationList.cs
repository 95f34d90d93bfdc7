using System.Collections;

namespace Interleaving.Scheduling;

/// <summary>
/// All operations of one execution, those that have not ended, and those that can run: each list in order of creation, which is what a
/// strategy goes by.
/// </summary>
internal sealed class OperationList : IReadOnlyList<Operation>
{
    private readonly List<Operation> all = [];
    private readonly List<Operation> living = [];
    private readonly List<Operation> enabled = [];

    public int Count => all.Count;

    /// <summary>The operations that have not ended.</summary>
    public IReadOnlyList<Operation> Living => living;

    /// <summary>The operations that can run.</summary>
    public List<Operation> Enabled => enabled;

    public Operation this[int id] => all[id];

    public void Add(Operation operation)
    {
        all.Add(operation);
        enabled.Add(operation);
        living.Add(operation);
    }

    /// <summary>Takes in an operation that has no thread and cannot run until it is enabled.</summary>
    public void AddStandby(Operation operation)
    {
        all.Add(operation);
        living.Add(operation);
    }

    /// <summary>It will not run any more.</summary>
    public void End(Operation operation)
    {
        SetEnabled(operation, false);
        operation.Done = true;
        Remove(living, operation);
    }

    public void SetEnabled(Operation operation, bool on)
    {
        if (operation.Enabled == on || operation.Done)
            return;
        operation.Enabled = on;
        if (!on)
        {
            Remove(enabled, operation);
            return;
        }

        if (Operation.Here is { } cause)
            operation.CoreTime = Math.Max(operation.CoreTime, cause.CoreTime);
        var at = enabled.Count;
        while (at > 0 && enabled[at - 1].Id > operation.Id)
            at--;
        enabled.Insert(at, operation);
    }

    public List<Operation>.Enumerator GetEnumerator() => all.GetEnumerator();

    IEnumerator<Operation> IEnumerable<Operation>.GetEnumerator() => all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => all.GetEnumerator();

    /// <summary>To compare each with the one in question would take most of the time of a program that starts many.</summary>
    private static void Remove(List<Operation> from, Operation operation)
    {
        var at = from.BinarySearch(operation, Operation.ByCreation);
        if (at >= 0)
            from.RemoveAt(at);
    }
}
