using System.Runtime.InteropServices;
using System.Text;
using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Counterexamples;

/// <summary>What a deadlock says to the person who reads it.</summary>
internal static class DeadlockMessage
{
    /// <summary>Operations that wait for one kind of thing at one place, and are told one by one.</summary>
    private const int MostAlike = 10;

    /// <summary>
    /// Who waits for whom; a circle first, if there is one, and whoever only waits for those in it after it. A hidden test
    /// tells no exact count of those who wait alike: a submission could choose it to say something.
    /// </summary>
    public static string Of(Execution execution)
    {
        var circle = Deadlocks.Circle(execution);
        var values = execution.ValueFormatter;
        var text = new StringBuilder(circle.Count >= 2 ? $"Deadlock: {(circle.Count > MostAlike ? values.Count(circle.Count) : $"{circle.Count} ")}operations wait in a circle, each for the next one."
            : execution.Time.GoesOn ? "Deadlock: timers go on, again and again, and nothing that they do wakes any of those who wait."
            : "Deadlock: every operation waits, and nothing is left that could wake one.");
        var alike = new Dictionary<(int Site, WaitKind Kind), int>();
        foreach (var operation in circle.Concat(execution.Operations.Except(circle)))
        {
            if (operation.Waiting is not { } wait)
                continue;
            ref var told = ref CollectionsMarshal.GetValueRefOrAddDefault(alike, (operation.Site, wait.Kind), out _);
            if (++told > MostAlike)
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

        foreach (var ((site, _), count) in alike)
        {
            if (count > MostAlike)
                Messages.At(text.Append("\n  ").Append(values.Count(count - MostAlike)).Append("more wait like the last of those"), site);
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
