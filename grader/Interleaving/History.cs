using Interleaving.Linearizability;
using Interleaving.Scheduling;

namespace Interleaving;

/// <summary>
/// A concurrent history: the calls that several threads or tasks make of one object, with what each returned, written down
/// so that they can be checked against a sequential specification of the object. The history is linearizable (Herlihy and Wing,
/// ACM TOPLAS 1990) when each call can be thought to take effect at one instant between its call and its return, so
/// that all results are those of the specification. Writing a call down is no yield point and orders nothing.
/// </summary>
/// <remarks>
/// The specification is asked when the history is checked, and more than once: let it use nothing that changes in the meantime, such
/// as the variable of a <c>for</c> loop.
/// <para>
/// The search is that of Wing and Gong (Journal of Parallel and Distributed Computing, 1993) with the improvements of Lowe
/// (Concurrency and Computation: Practice and Experience, 2017): a call takes effect no sooner than a return needs it, and no
/// pair of a state and a set of calls that have taken effect is gone into twice. It takes time in the number of calls, and at
/// worst exponential time in how many of them overlap.
/// </para>
/// </remarks>
/// <typeparam name="TState">
/// What the specification knows of the object: an immutable value. States and results are compared by value; tuples and the
/// platform's collections item by item, in their order unless they have none.
/// </typeparam>
/// <param name="initial">The state before the first call.</param>
/// <param name="comparer">When two states are the same; null to compare them by value.</param>
/// <example><code>
/// var history = new History&lt;ImmutableList&lt;int&gt;&gt;([]);
/// await Task.WhenAll(
///     Task.Run(() =&gt; history.Call("Add(1)", () =&gt; buffer.Add(1), items =&gt; items.Add(1), when: items =&gt; items.Count &lt; 2)),
///     Task.Run(() =&gt; history.Call("Take()", () =&gt; buffer.Take(), items =&gt; (items.RemoveAt(0), items[0]), when: items =&gt; items.Count &gt; 0)));
/// history.ShouldBeLinearizable();
/// </code></example>
public sealed class History<TState>(TState initial, IEqualityComparer<TState>? comparer = null)
{
    private readonly Lock writing = new();
    private readonly List<Call<TState>> calls = [];
    private int events;

    /// <summary>
    /// Whether a call that ends with an <see cref="OperationCanceledException"/> may have taken effect all the same. If not, as
    /// unless you say so, it did nothing.
    /// </summary>
    public bool CancelledMayCount { get; init; }

    /// <summary>Makes a call that returns nothing. What it throws, the caller gets.</summary>
    /// <param name="call">What to call it, with its arguments: <c>$"Add({item})"</c>.</param>
    /// <param name="operation">The call itself.</param>
    /// <param name="specification">
    /// The state after the call, from the one before. Throws the type of exception that the call has to throw in that state, which
    /// then stays.
    /// </param>
    /// <param name="when">The states in which the call can take effect; in others it waits. Null for all.</param>
    public void Call(string call, Action operation, Func<TState, TState> specification, Func<TState, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(specification);
        Make<object?>(
            Begin(call, state => (specification(state), Unit.Value), when),
            () =>
            {
                operation();
                return Unit.Value;
            });
    }

    /// <summary>Makes a call that returns something. What it throws, the caller gets.</summary>
    /// <inheritdoc cref="Call(string, Action, Func{TState, TState}, Func{TState, bool})"/>
    /// <param name="specification">
    /// The state after the call and its result, from the state before. Throws the type of exception that the call has to throw in
    /// that state, which then stays.
    /// </param>
    /// <returns>What the call returned.</returns>
    public TResult Call<TResult>(
        string call, Func<TResult> operation, Func<TState, (TState State, TResult Result)> specification, Func<TState, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return Make(Begin(call, specification, when), operation);
    }

    /// <summary>Makes an asynchronous call that has no result: it returns when its task completes.</summary>
    /// <inheritdoc cref="Call(string, Action, Func{TState, TState}, Func{TState, bool})"/>
    /// <returns>A task that ends as the call's own does.</returns>
    public Task CallAsync(string call, Func<Task> operation, Func<TState, TState> specification, Func<TState, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(specification);
        var begun = Begin<object?>(call, state => (specification(state), Unit.Value), when);
        var task = Start(begun, operation);
        if (Returns(begun, task, static _ => Unit.Value))
            return task;
        var twin = new TaskCompletionSource(CallRelay.Options(task));
        CallRelay.Complete(task, twin.Task, ended =>
        {
            Returns(begun, ended, static _ => Unit.Value);
            twin.SetFromTask(ended);
        });
        return twin.Task;
    }

    /// <summary>Makes an asynchronous call that has a result: it returns when its task completes.</summary>
    /// <inheritdoc cref="Call{TResult}(string, Func{TResult}, Func{TState, ValueTuple{TState, TResult}}, Func{TState, bool})"/>
    /// <returns>A task that ends as the call's own does.</returns>
    public Task<TResult> CallAsync<TResult>(
        string call, Func<Task<TResult>> operation, Func<TState, (TState State, TResult Result)> specification, Func<TState, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var begun = Begin(call, specification, when);
        var task = Start(begun, operation);
        if (Returns(begun, task, static ended => ended.Result))
            return task;
        var twin = new TaskCompletionSource<TResult>(CallRelay.Options(task));
        CallRelay.Complete(task, twin.Task, ended =>
        {
            Returns(begun, ended, static ended => ended.Result);
            twin.SetFromTask(ended);
        });
        return twin.Task;
    }

    /// <summary>
    /// Fails the test unless the calls so far are linearizable. One that has not returned may have taken effect, or not. One that threw
    /// an exception which the specification does not throw is explained by nothing, except a cancellation.
    /// </summary>
    /// <exception cref="NotLinearizableException">
    /// They are not: the message shows them over time, and the first call in the order of their returns for which there is no
    /// explanation any more.
    /// </exception>
    public void ShouldBeLinearizable()
    {
        Call<TState>[] made;
        lock (writing)
            made = [.. calls];

        // The specification is no part of the program: nobody comes between, nothing of it is told, and it costs no steps.
        var operation = Operation.Here;
        Operation.Here = null;
        string? reason;
        try
        {
            reason = new Linearization<TState>(made, initial, comparer ?? ByValue<TState>.Instance, CancelledMayCount).Search() is { } unexplained
                ? HistoryText.Of(made, unexplained)
                : null;
        }
        finally
        {
            Operation.Here = operation;
        }

        if (reason is not null)
            throw new NotLinearizableException(reason);
    }

    private Call<TState> Begin<TResult>(
        string name, Func<TState, (TState State, TResult Result)> specification, Func<TState, bool>? when)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(specification);
        lock (writing)
        {
            var call = new Call<TState>(name, state => specification(state), when, events++);
            calls.Add(call);
            return call;
        }
    }

    private TResult Make<TResult>(Call<TState> call, Func<TResult> operation)
    {
        try
        {
            var result = operation();
            End(call, result, exception: null);
            return result;
        }
        catch (Exception e) when (e is not ExecutionAbortedException && call.Returned is null)
        {
            End(call, null, e);
            throw;
        }
    }

    private TTask Start<TTask>(Call<TState> call, Func<TTask> operation)
        where TTask : Task
    {
        try
        {
            return operation();
        }
        catch (Exception e) when (e is not ExecutionAbortedException)
        {
            End(call, null, e);
            throw;
        }
    }

    private bool Returns<TTask>(Call<TState> call, TTask task, Func<TTask, object?> result)
        where TTask : Task
    {
        if (!task.IsCompleted)
            return false;
        if (task.IsCompletedSuccessfully)
            End(call, result(task), exception: null);
        else
            End(call, null, task.Exception?.InnerException ?? new OperationCanceledException());
        return true;
    }

    private void End(Call<TState> call, object? result, Exception? exception)
    {
        lock (writing)
            (call.Returned, call.Result, call.Exception) = (events++, result, exception);
    }
}
