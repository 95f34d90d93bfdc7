using Interleaving.Models.Tasks;
using Interleaving.Models.Testing;
using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Instrumentation;

/// <content>Calls of a library of assertions that is not woven.</content>
internal static partial class Hooks
{
    /// <summary>For an assertion that hands a task out: what it awaits goes on under control.</summary>
    public static Func<T> ToAwait<T>(Func<T> code, int site) => Awaitable<T>.Relayed is { } relayed && code is not null
        ? () => relayed(code())
        : code!;

    /// <summary>For an assertion that returns when it is done: it finds nothing to wait for any more.</summary>
    public static Func<T> ToWaitFor<T>(Func<T> code, int site) => Awaitable<T>.Completed is { } completed && code is not null
        ? () => completed(code(), site)
        : code!;

    /// <summary><see cref="ToAwait"/> for a delegate that the library has a type of its own for.</summary>
    public static TDelegate OwnToAwait<TDelegate, T>(TDelegate code, int site)
        where TDelegate : Delegate =>
        Awaitable<T>.Relayed is null || code is null ? code! : Rebound<TDelegate>(ToAwait(Rebound<Func<T>>(code), site));

    /// <summary><see cref="ToWaitFor"/> for such a delegate.</summary>
    public static TDelegate OwnToWaitFor<TDelegate, T>(TDelegate code, int site)
        where TDelegate : Delegate =>
        Awaitable<T>.Completed is null || code is null ? code! : Rebound<TDelegate>(ToWaitFor(Rebound<Func<T>>(code), site));

    private static TDelegate Rebound<TDelegate>(Delegate code)
        where TDelegate : Delegate =>
        (TDelegate)Delegate.CreateDelegate(typeof(TDelegate), code, code.GetType().GetMethod("Invoke")!);

    /// <summary>A task that may have come out of control: whoever waits for it in vain is told where it is from.</summary>
    public static void CameFrom(Task? task, string call)
    {
        if (task is { IsCompleted: false } && Operation.Current is { } operation)
            TaskSync.Of(operation.Execution, task).Origin ??= call;
    }

    /// <summary>
    /// The task of an assertion is completed under control, by whoever completes what it awaits; but nothing says so before,
    /// so what was done by then is published when it happens.
    /// </summary>
    public static void HandedOut(Task task, int site)
    {
        if (Operation.Current is not { } operation || task is null)
            return;
        var state = TaskSync.Of(operation.Execution, TaskSync.Known(task));
        state.Call = Sites.Get(site)?.Member;
        if (task.IsCompleted)
            state.Release(operation);
        else
            TaskSync.OnCompleted(operation.Execution, task, static _ => { });
    }
}
