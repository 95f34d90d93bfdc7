using System.Collections.Concurrent;
using Interleaving.Scheduling;

namespace Interleaving.Models.Collections;

/// <summary>
/// Calls of the platform's concurrent collections: each is one step that nothing interrupts, on the real object. What the
/// program's own comparers do in it cannot be interrupted either, since it runs under the collection's locks.
/// </summary>
internal static class AtomicCall
{
    public static TResult Read<TTarget, TResult>(TTarget target, Func<TTarget, TResult> call)
        where TTarget : class =>
        Step(target, StepKind.Read, call);

    public static TResult Write<TTarget, TResult>(TTarget target, Func<TTarget, TResult> call)
        where TTarget : class =>
        Step(target, StepKind.Sync, call);

    /// <summary>A call that says whether it changed anything.</summary>
    public static bool Try<TTarget>(TTarget target, Func<TTarget, bool> call)
        where TTarget : class =>
        Step(target, StepKind.Sync, call, static done => done);

    /// <summary>The same of a call that also hands something out.</summary>
    public static (bool Done, TFound Found) Try<TTarget, TFound>(TTarget target, Func<TTarget, (bool Done, TFound Found)> call)
        where TTarget : class =>
        Step(target, StepKind.Sync, call, static result => result.Done);

    public static void Write<TTarget>(TTarget target, Action<TTarget> call)
        where TTarget : class =>
        Step(target, StepKind.Sync, target =>
        {
            call(target);
            return true;
        });

    /// <summary>What the execution knows of a collection.</summary>
    public static SyncState StateOf(Operation operation, object target) => operation.State<SyncState>(target, static _ => new CallState());

    /// <summary>Goes over a collection whose enumerator sees changes as they happen: every move is a step.</summary>
    public static IEnumerator<T> Live<T>(IEnumerable<T> target)
    {
        using var items = target.GetEnumerator();
        while (Read(items, target))
            yield return items.Current;
    }

    private static bool Read<T>(IEnumerator<T> items, IEnumerable<T> target) =>
        Operation.Current is null ? items.MoveNext() : Step(target, StepKind.Read, _ => items.MoveNext(), static _ => true);

    /// <param name="target">The collection.</param>
    /// <param name="kind">Whether the call reads it or may change it.</param>
    /// <param name="call">What is one step.</param>
    /// <param name="changes">Whether anything is new after a call with such a result; null when a read changes nothing, and a write does.</param>
    private static TResult Step<TTarget, TResult>(
        TTarget target, StepKind kind, Func<TTarget, TResult> call, Func<TResult, bool>? changes = null)
        where TTarget : class
    {
        if (Operation.Current is not { } operation)
            return call(target);
        var state = StateOf(operation, target);
        operation.Arrive(target, kind);
        state.Acquire(operation);
        if (kind == StepKind.Sync && operation.Execution.Caches is { } caches && HasEnds(target))
            caches.Access(operation, target, 0, write: true);
        operation.Execution.Recorder?.Touched(operation, operation.Site, write: kind == StepKind.Sync);
        operation.Atomic++;
        try
        {
            var result = call(target);
            if (changes?.Invoke(result) ?? kind == StepKind.Sync)
                operation.Execution.Observers.Changed();
            return result;
        }
        finally
        {
            operation.Atomic--;
            if (kind == StepKind.Sync)
                state.Release(operation);
        }
    }

    /// <summary>
    /// Whether whoever adds or takes changes the same end of it, as in a queue or a stack. What is in a bag lies by threads, and what is in a
    /// dictionary by keys.
    /// </summary>
    private static bool HasEnds(object target) =>
        target.GetType() is { IsGenericType: true } type
        && (type.GetGenericTypeDefinition() == typeof(ConcurrentQueue<>) || type.GetGenericTypeDefinition() == typeof(ConcurrentStack<>));

    /// <summary>Whether a call changes anything is known after it.</summary>
    private sealed class CallState : SyncState, ITellsChanges;
}
