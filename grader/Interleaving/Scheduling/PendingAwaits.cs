namespace Interleaving.Scheduling;

/// <summary>
/// Who awaits what in one execution. Awaits hold no operation: when nobody can go on, only this list tells what the program waits for, and
/// whether it is something that nobody under control will ever complete.
/// </summary>
/// <param name="execution">Which one.</param>
internal sealed class PendingAwaits(Execution execution)
{
    private readonly LinkedList<PendingAwait> methods = new();
    private readonly List<PendingAwait> followed = [];

    /// <summary>The async methods that wait for something, in the order in which they began to.</summary>
    public IEnumerable<PendingAwait> Methods => methods;

    /// <summary>The first await of a task that nothing under control completes, of the methods' own or by way of others; null if there is none.</summary>
    public PendingAwait? Foreign => methods.Concat(followed).FirstOrDefault(pending => pending.IsForeign(execution));

    /// <summary>An async method gives its thread back.</summary>
    /// <returns>Its place in the list, for <see cref="End"/>.</returns>
    public LinkedListNode<PendingAwait> Begin(PendingAwait pending) => methods.AddLast(pending);

    /// <summary>The method goes on, maybe once more.</summary>
    public void End(LinkedListNode<PendingAwait> pending) => pending.List?.Remove(pending);

    /// <summary>
    /// Something waits for a task, maybe by way of others (<c>Task.WhenAll</c>), of which nobody has said so far that it will be completed
    /// under control.
    /// </summary>
    public void Follow(PendingAwait pending) => followed.Add(pending);
}
