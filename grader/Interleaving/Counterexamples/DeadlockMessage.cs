using System.Text;
using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Counterexamples;

/// <summary>What a deadlock says to the person who reads it.</summary>
internal static class DeadlockMessage
{
    /// <summary>Who waits for whom; a circle first, if there is one, and whoever only waits for those in it after it.</summary>
    public static string Of(Execution execution)
    {
        var circle = Deadlocks.Circle(execution);
        var text = new StringBuilder(circle.Count < 2
            ? "Deadlock: every operation waits, and nothing is left that could wake one."
            : $"Deadlock: {circle.Count} operations wait in a circle, each for the next one.");
        foreach (var operation in circle.Concat(execution.Operations.Except(circle)))
        {
            if (operation.Waiting is not { } wait)
                continue;
            text.Append('\n').Append("  ").Append(operation.Name).Append(" waits for ").Append(WaitFormatter.Of(execution, wait));
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

    private static void AddHoldings(Execution execution, Operation operation, StringBuilder text)
    {
        var verb = "; it holds ";
        foreach (var holding in execution.States.HeldBy(operation))
        {
            text.Append(verb).Append(WaitFormatter.Of(execution, holding)).Append(holding.Site < 0 ? "" : ", taken" + Sites.At(holding.Site));
            verb = " and ";
        }
    }
}
