using System.Text;
using Interleaving.Naming;
using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Counterexamples;

/// <summary>Who waits for whom when nobody can go on.</summary>
internal static class Deadlocks
{
    /// <summary>Who waits for whom; a circle first, if there is one, and whoever only waits for those in it after it.</summary>
    public static string Message(Execution execution)
    {
        var circle = Circle(execution);
        var text = new StringBuilder(circle.Count < 2
            ? "Deadlock: every operation waits, and nothing is left that could wake one."
            : $"Deadlock: {circle.Count} operations wait in a circle, each for the next one.");
        foreach (var operation in circle.Concat(execution.Operations.Except(circle)))
        {
            if (operation.Waiting is not { } wait)
                continue;
            text.Append('\n').Append("  ").Append(operation.Name).Append(" waits for ").Append(wait.For);
            if (!wait.IsForEnd && wait.Holder?.Invoke() is { } holder)
            {
                text.Append(", held by ").Append(ReferenceEquals(holder, operation) ? "itself" : holder.Name)
                    .Append(holder.Done ? ", which ended without giving it back," : "");
            }

            Messages.At(text, operation.Site);
            AddHoldings(execution, operation, text);
        }

        Messages.AddAwaits(execution, text, int.MaxValue);
        return ObjectNames.Tidy(execution, text.ToString());
    }

    /// <summary>
    /// Whether some of those who wait do so for good, whatever completes the tasks that are not under control: they wait in a circle, or for
    /// what an operation that has ended did not give back.
    /// </summary>
    public static bool IsForGood(Execution execution) => Circle(execution).Count > 0
        || execution.Operations.Any(static operation => operation.Waiting is { IsForEnd: false } wait && wait.Holder?.Invoke() is { Done: true });

    private static void AddHoldings(Execution execution, Operation operation, StringBuilder text)
    {
        var verb = "; it holds ";
        foreach (var holding in execution.HeldBy(operation))
        {
            text.Append(verb).Append(holding.What).Append(holding.Site < 0 ? "" : ", taken" + Sites.At(holding.Site));
            verb = " and ";
        }
    }

    /// <summary>Those who wait for one another, each for the next and the last for the first; empty when nobody does.</summary>
    private static IReadOnlyList<Operation> Circle(Execution execution)
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
            .Concat(execution.Awaits.Select(pending => pending.Site));
        return sites.FirstOrDefault(site => Sites.Get(site) is { Line: > 0 }, Sites.Nowhere);
    }
}
