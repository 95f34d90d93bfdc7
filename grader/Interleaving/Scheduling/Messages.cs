using System.Globalization;
using System.Text;
using Interleaving.Counterexamples;
using Interleaving.Models.Tasks;
using Interleaving.Races;
using Interleaving.Weaving;

namespace Interleaving.Scheduling;

/// <summary>What failures say to the person who reads them.</summary>
internal static class Messages
{
    /// <summary>Lines of a loop that are named one by one.</summary>
    private const int MostLines = 4;

    /// <summary>Operations that are named in a message about those still at work.</summary>
    private const int MostTold = 10;

    public static string Deadlock(Execution execution)
    {
        var text = new StringBuilder("Deadlock: every operation waits, and nothing is left that could wake one.");
        foreach (var operation in execution.Operations)
        {
            if (operation.Waiting is not { } wait)
                continue;
            text.Append('\n').Append("  ").Append(operation.Name).Append(" waits for ").Append(wait.For);
            if (wait.Holder?.Invoke() is { } holder)
            {
                text.Append(", held by ").Append(ReferenceEquals(holder, operation) ? "itself" : holder.Name)
                    .Append(holder.Done ? ", which ended without giving it back," : "");
            }

            text.Append(Sites.At(operation.Site));
        }

        AddAwaits(execution, text, int.MaxValue);
        return ObjectNames.Tidy(execution, text.ToString());
    }

    private static void AddAwaits(Execution execution, StringBuilder text, int most)
    {
        foreach (var pending in execution.Awaits)
        {
            var site = Sites.Get(pending.Site);
            var awaited = Awaited(execution, pending.Task);

            // Code that is not to be seen and awaits its own is no news.
            if (!string.IsNullOrEmpty(site?.Method) && (site.Line != 0 || site.Method != awaited) && --most >= 0)
                text.Append("\n  ").Append(site.Method).Append(" awaits ").Append(awaited).Append(Sites.At(pending.Site));
        }
    }

    private static string Awaited(Execution execution, Task? task)
    {
        if (task is null)
            return "what never goes on";
        var state = TaskSync.Of(execution, task);
        if (state.Source is { } source)
            return ObjectNames.Of(execution, source);
        return state.Call ?? (Sites.Get(state.Site)?.Method is { Length: > 0 } method ? method
            : state.Past is not null ? "other tasks"
            : "a task that nobody completes");
    }

    public static string Livelock(Execution execution, Rounds rounds, string limit)
    {
        var text = new StringBuilder(
            $"Livelock: after {limit} the program goes round and round. Everybody who can run gets turns, and nothing changes "
            + "that would let one of them out.");
        var told = new HashSet<Operation>();
        foreach (var operation in execution.Operations)
        {
            if (operation.Waiting is { } wait)
                text.Append("\n  ").Append(operation.Name).Append(" waits for ").Append(wait.For).Append(Sites.At(operation.Site));
            else if (!operation.Done && operation.Spins > 0)
                AddSpinner(text, operation, rounds.Places(operation), told);
            else if (!operation.Done && operation.Host is not null)
                text.Append("\n  ").Append(operation.Name).Append(" goes round").Append(Round(operation, rounds.Places(operation)));
        }

        return ObjectNames.Tidy(execution, text.ToString());
    }

    /// <summary>A loop that goes round on one operation after the other is known by its method.</summary>
    private static void AddSpinner(StringBuilder text, Operation operation, IReadOnlyCollection<int> places, HashSet<Operation> told)
    {
        if (!told.Add(operation.Origin))
            return;
        var method = places.Select(Sites.Get).FirstOrDefault(site => !string.IsNullOrEmpty(site?.Method))?.Method;
        text.Append("\n  ").Append(method ?? operation.Origin.Name).Append(" goes round").Append(Round(operation, places));
    }

    public static string StepLimit(Execution execution, string limit)
    {
        var text = new StringBuilder(
            $"The test did not end within {limit}. It may be that it only takes long: let it do less (fewer rounds, fewer "
            + "tasks), or raise MaxSteps. If it should have ended by then, see who has not:");
        var told = 0;
        foreach (var operation in execution.Operations)
        {
            if (operation.Done || (operation.Host is null && operation.Waiting is null) || ++told > MostTold)
                continue;
            text.Append("\n  ").Append(operation.Name)
                .Append(operation.Waiting is { } wait ? " waits for " + wait.For : " keeps running")
                .Append(Sites.At(operation.Site));
        }

        AddAwaits(execution, text, MostTold);
        return ObjectNames.Tidy(execution, text.ToString());
    }

    /// <summary>Where; a loop that touches nothing that others could change leaves no trace but what came before it.</summary>
    private static string Round(Operation operation, IEnumerable<int> places) =>
        Lines(places) is { Length: > 0 } lines ? " " + lines : Sites.At(operation.Site) is { Length: > 0 } at ? ", last seen" + at : "";

    /// <summary>"Polite.cs:14, 15, 17" or, when there are many, "Polite.cs:14–30".</summary>
    private static string Lines(IEnumerable<int> places) => string.Join(" and ", places
        .Select(Sites.Get)
        .OfType<Site>()
        .Where(site => site.Line > 0)
        .GroupBy(site => site.FileName, site => site.Line)
        .OrderBy(file => file.Key, StringComparer.Ordinal)
        .Select(file => Lines(file.Key, [.. file.Distinct().Order()])));

    private static string Lines(string file, int[] lines) => lines.Length <= MostLines
        ? $"{file}:{string.Join(", ", lines)}"
        : string.Create(CultureInfo.InvariantCulture, $"{file}:{lines[0]}–{lines[^1]}");

    public static string Race(Race race) =>
        $"Data race: {Side(race.First)} and {Side(race.Second)}, and nothing orders the two.";

    public static string LeftAsyncVoid(Operation operation, Exception exception) =>
        $"{exception.GetType().Name} left an async void method{Sites.At(operation.Site)}: nobody can await it, so nobody can "
        + $"catch what it throws, and outside of a test this ends the process{operation.Execution.Disclosure.Says(exception)}";

    public static string OwnScheduler(Operation operation, string where) =>
        $"unsupported: a TaskScheduler of the program's own {where}{Sites.At(operation.Site)}; leave it out, or use TaskScheduler.Default";

    public static string Assertion(Execution execution, Exception exception) =>
        exception.GetType().Namespace is "NUnit.Framework" or "Shouldly"
            ? exception.Message.Trim()
            : exception.GetType().Name + execution.Disclosure.Says(exception);

    public static string Nondeterminism(Failure first, Failure? second) =>
        "The same schedule gave two different runs, so something was not under control: the first ended with "
        + $"'{first.Message}', the second {(second is null ? "without a failure" : $"with '{second.Message}'")}.";

    public static string Forgotten(Failure failure) =>
        $"A schedule failed twice with '{failure.Message}', and no more after that: something is remembered from one run to the next.";

    public static string Foreign(Operation operation) =>
        $"unsupported: {operation.Name} waits for {operation.Waiting!.For}{Sites.At(operation.Site)}";

    public static string Unhandled(Operation operation, Exception exception) =>
        $"{exception.GetType().Name} left {operation.Name} unhandled{Sites.At(operation.Site)}; "
        + $"outside of a test this ends the process{operation.Execution.Disclosure.Says(exception)}";

    private static string Side(RacingAccess access)
    {
        var site = Sites.Get(access.Site);
        var does = site?.Kind == SiteKind.Call ? "calls" : access.Write ? "writes" : "reads";
        return $"{access.Operation} {does} {site?.Member ?? "memory"}{Sites.At(access.Site)}";
    }
}
