using Interleaving.SourceMap;

namespace Interleaving.Scheduling;

/// <summary>Who waits for whom when nobody can go on, and what that means.</summary>
internal static class Deadlocks
{
    /// <summary>
    /// Ends an execution in which nobody can go on. That is a deadlock, unless somebody waits for what code that is not under control might
    /// have brought about; where those who wait do so for good, it is one all the same.
    /// </summary>
    /// <param name="execution">Which one.</param>
    /// <param name="last">Who had the turn last.</param>
    public static void End(Execution execution, Operation last)
    {
        if (execution.Control.Lost is not null)
            execution.End();
        else if (IsForGood(execution))
            Fail(execution, last);
        else if (execution.Operations.FirstOrDefault(static operation => operation.Waiting?.IsForeign == true) is { } foreign)
            execution.Fail(foreign, FailureKind.Unsupported, Refusals.Foreign(foreign));
        else if (execution.Control.HasEscaped)
            execution.Fail(last, FailureKind.Unsupported, Refusals.Escaped(last));
        else if (execution.Awaits.Foreign is { } pending)
            execution.Fail(last, FailureKind.Unsupported, execution.Words.ForeignAwait(execution, pending), pending.Site, exception: null);
        else
            Fail(execution, last);
    }

    /// <summary>Ends an execution with a deadlock. Those who wait in a circle are in another one than those whom nobody wakes.</summary>
    public static void Fail(Execution execution, Operation? last) =>
        execution.Fail(last, FailureKind.Deadlock, execution.Words.Deadlock(execution), Place(execution), exception: null, Circle(execution).Count >= 2);

    /// <summary>
    /// Whether some of those who wait do so for good, whatever completes the tasks that are not under control: they wait in a circle, or for
    /// what an operation that has ended did not give back.
    /// </summary>
    public static bool IsForGood(Execution execution) => Circle(execution).Count > 0
        || execution.Operations.Any(static operation => operation.Waiting is { IsForEnd: false } wait && wait.Holder?.Invoke() is { Done: true });

    /// <summary>Those who wait for one another, each for the next and the last for the first; empty when nobody does.</summary>
    public static IReadOnlyList<Operation> Circle(Execution execution)
    {
        foreach (var start in execution.Operations)
        {
            var path = new List<Operation>();
            for (var next = start; next?.Waiting is { } wait; next = wait.Holder?.Invoke())
            {
                if (path.IndexOf(next) is >= 0 and var first)
                    return path[first..];
                path.Add(next);
            }
        }

        return [];
    }

    /// <summary>The place of a deadlock: one that its message names. First of those who wait for somebody, then of all who wait.</summary>
    public static int Place(Execution execution)
    {
        var waiting = execution.Operations.Where(operation => operation.Waiting is not null).ToList();
        var sites = waiting.Where(operation => operation.Waiting!.Holder?.Invoke() is not null).Concat(waiting).Select(operation => operation.Site)
            .Concat(execution.Awaits.Methods.Select(pending => pending.Site));
        return sites.FirstOrDefault(site => Sites.Get(site) is { Line: > 0 }, Sites.Nowhere);
    }
}
