using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>
/// A call back into the engine that others hold: a task, or an awaiter, a context, a scheduler, a clock of the program's own. It is two
/// numbers, so that nothing of the engine can be reached from it; what to call stands in a table of the execution.
/// </summary>
internal sealed class WayBack
{
    private readonly int execution;
    private readonly int call;

    private WayBack(Execution execution, Delegate call) => (this.execution, this.call) = execution.Calls.Keep(call);

    /// <param name="execution">Where the call belongs: elsewhere nothing is called.</param>
    /// <param name="call">Called as often as the result is.</param>
    public static Action To(Execution execution, Action call) => new WayBack(execution, call).Go;

    /// <inheritdoc cref="To(Execution, Action)"/>
    public static Func<T> To<T>(Execution execution, Func<T> call) => new WayBack(execution, call).Go<T>;

    /// <summary>For the continuation of a task: called with the operation that completes it, once what that did is published.</summary>
    public static WayBack To(Execution execution, Action<Operation> call) => new(execution, call);

    public void Completed(Task task)
    {
        if (Enter() is not { } operation)
            return;
        var call = (Action<Operation>)operation.Execution.Calls.Get(this.call);
        operation.Execution.Calls.Forget(this.call);
        TaskSync.Of(operation.Execution, task).Release(operation);
        call(operation);
    }

    private void Go()
    {
        if (Enter() is { } operation)
            ((Action)operation.Execution.Calls.Get(call))();
    }

    private T Go<T>() => Enter() is { } operation ? ((Func<T>)operation.Execution.Calls.Get(call))() : default!;

    /// <summary>The operation that calls; null when it is none of this execution, or that is over.</summary>
    private Operation? Enter()
    {
        if (KeptCalls.UnderWay(execution) is not { Over: false } mine)
            return null;
        if (Operation.Here is { } operation && ReferenceEquals(operation.Execution, mine))
            return operation;
        mine.Control.Escaped();
        return null;
    }
}
