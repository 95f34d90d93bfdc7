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

    public static void Write<TTarget>(TTarget target, Action<TTarget> call)
        where TTarget : class =>
        Step(target, StepKind.Sync, target =>
        {
            call(target);
            return true;
        });

    /// <summary>Goes over a collection whose enumerator sees changes as they happen: every move is a step.</summary>
    public static IEnumerator<T> Live<T>(IEnumerable<T> target)
    {
        using var items = target.GetEnumerator();
        while (Read(items, target))
            yield return items.Current;
    }

    private static bool Read<T>(IEnumerator<T> items, IEnumerable<T> target) =>
        Operation.Current is null ? items.MoveNext() : Step(target, StepKind.Read, _ => items.MoveNext());

    private static TResult Step<TTarget, TResult>(TTarget target, StepKind kind, Func<TTarget, TResult> call)
        where TTarget : class
    {
        if (Operation.Current is not { } operation)
            return call(target);
        var state = operation.State(target, static _ => new SyncState());
        operation.Arrive(target, kind);
        state.Acquire(operation);
        if (kind == StepKind.Sync && operation.Execution.Caches is { } caches && HasEnds(target))
            caches.Access(operation, target, 0, write: true);
        operation.Execution.Recorder?.Touched(operation, operation.Site, write: kind == StepKind.Sync);
        operation.Atomic++;
        try
        {
            return call(target);
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
}
