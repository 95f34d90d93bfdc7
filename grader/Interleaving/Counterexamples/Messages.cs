using System.Globalization;
using System.Text;
using Interleaving.Frameworks;
using Interleaving.Models.Tasks;
using Interleaving.Naming;
using Interleaving.Platform;
using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Counterexamples;

/// <summary>What failures say to the person who reads them.</summary>
internal sealed class Messages : IFailureWords
{
    public static Messages Instance { get; } = new();

    /// <summary>Lines of a loop that are named one by one.</summary>
    private const int MostLines = 4;

    /// <summary>Operations that are named in a message about those still at work.</summary>
    private const int MostTold = 10;

    /// <summary>The awaits that never went on, a line each.</summary>
    public static void AddAwaits(Execution execution, StringBuilder text, int most)
    {
        foreach (var pending in execution.Awaits.Methods)
        {
            var site = Sites.Get(pending.Site);
            if (pending.Posted is { } context && !string.IsNullOrEmpty(site?.Method) && --most >= 0)
            {
                AddPosted(execution, text, pending, context);
                continue;
            }

            var awaited = Awaited(execution, pending.Task);

            // Code that is not to be seen and awaits its own is no news.
            if (!string.IsNullOrEmpty(site?.Method) && (site.Line != 0 || site.Method != awaited) && --most >= 0)
                At(text.Append("\n  ").Append(site.Method).Append(" awaits ").Append(awaited), pending.Site);
        }
    }

    /// <summary>The place, if it is known; a clause before it ends with a comma.</summary>
    public static void At(StringBuilder text, int site)
    {
        if (Sites.At(site) is { Length: > 0 } place)
            text.Append(place);
        else if (text[^1] == ',')
            text.Length--;
    }

    /// <summary>What is awaited has happened, and the rest of the method waits for a thread that may be blocked.</summary>
    private static void AddPosted(Execution execution, StringBuilder text, PendingAwait pending, SynchronizationContext context)
    {
        text.Append("\n  ").Append(Sites.Get(pending.Site)!.Method).Append(" goes on after its await").Append(Sites.At(pending.Site)).Append(" when ")
            .Append(ObjectNames.Of(execution, context)).Append(" runs what was posted to it");
        if (execution.Operations.FirstOrDefault(operation => operation.Waiting is not null && ReferenceEquals(operation.Context, context)) is { } blocked)
            text.Append(", and ").Append(blocked.Name).Append(", the thread of that context, waits").Append(Sites.At(blocked.Site));
    }

    private static string Awaited(Execution execution, Task? task)
    {
        if (task is null)
            return "what never goes on";
        var state = TaskSync.Of(execution, task);
        if ((!task.IsCompleted && !state.IsControlled) || state is { Source: not null, Wanted: not null })
            return WaitFormatter.Of(execution, TaskSync.Awaited(execution, task));
        if (state.Source is { } source)
            return ObjectNames.Of(execution, source);
        return state.Call ?? (Sites.Get(state.Site)?.Method is { Length: > 0 } method ? method
            : state.Past is not null ? "other tasks"
            : "a task that nobody completes");
    }

    public string Deadlock(Execution execution) => DeadlockMessage.Of(execution);

    public string Livelock(Execution execution, LivelockDetector livelock, string limit)
    {
        var text = new StringBuilder(
            $"Livelock: after {limit} the program makes no progress. Every operation that can run gets turns, and nothing changes "
            + "that would let one of them go on.");
        var told = new HashSet<Operation>();
        foreach (var operation in execution.Operations)
        {
            if (operation.Waiting is { } wait)
                At(text.Append("\n  ").Append(operation.Name).Append(" waits for ").Append(WaitFormatter.Of(execution, wait)), operation.Site);
            else if (!operation.Done && operation.Loops.Spins > 0)
                AddSpinner(text, operation, livelock.Places(operation), told);
            else if (!operation.Done && operation.Host is not null)
                text.Append("\n  ").Append(operation.Name).Append(" goes round").Append(Round(operation, livelock.Places(operation)));
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

    public string StepLimit(Execution execution, string limit)
    {
        var text = new StringBuilder(
            $"The test did not end within {limit}. Either something in it never ends, or it does far more than it should. "
            + $"{(execution.ValueFormatter == ValueFormatter.Full ? "If it only takes long, let it do less, or raise MaxSteps. " : "")}Still running:");
        return StillAtWork(execution, text);
    }

    public string TimeLimit(Execution execution, TimeSpan limit) => StillAtWork(execution, new StringBuilder(
        $"The test did not end within {limit.TotalMilliseconds:N0} ms of virtual time. Still running:"));

    private static string StillAtWork(Execution execution, StringBuilder text)
    {
        var told = 0;
        foreach (var operation in execution.Operations)
        {
            if (operation.Done || (operation.Host is null && operation.Waiting is null) || ++told > MostTold)
                continue;
            At(text.Append("\n  ").Append(operation.Name).Append(operation.Waiting is { } wait ? " waits for " + WaitFormatter.Of(execution, wait) : " keeps running"), operation.Site);
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

    public string Race(Race race) =>
        $"Data race: {Side(race.First)} and {Side(race.Second)}, and nothing orders the two.{Missing(race)}";

    /// <summary>Of two that call an object of the platform at once.</summary>
    public string Overlap(Operation one, Operation other)
    {
        var name = one.Execution.ValueFormatter.TypeName(one.Pending.Target!.GetType());
        return $"Unsynchronised use of {name}, which is not thread-safe: {Call(one)} while {Call(other)}. The result is "
            + "undefined; use a lock, or a collection that is made for several threads.";

        static string Call(Operation operation) =>
            $"{operation.Name} calls {Sites.Get(operation.Pending.Site)?.Member ?? "it"}{Sites.At(operation.Pending.Site)}";
    }

    /// <summary>The rule of .NET's memory model that does not hold here, and what to do.</summary>
    private static string Missing(Race race) => race.Rule switch
    {
        RaceRule.None => "",
        RaceRule.ReadThenWritten =>
            " It was read before it was written, so one may overwrite what the other wrote: hold a lock from the read to the write, "
            + "or use Interlocked.CompareExchange.",
        RaceRule.Polled =>
            " A plain read in a loop need not see a write of another thread, ever: make it volatile, or use Volatile.Read.",
        RaceRule.ReadTwice =>
            $" It was read{Sites.At(race.Earlier)} before, and was another object then: read it once, into a local variable.",
        RaceRule.AfterPublication =>
            " The object can be reached by others already. They are sure to see only what was written to it before its reference was "
            + "assigned: finish it first, or use a lock.",
        RaceRule.Flag => " A plain bool says nothing about what was written before it: make it volatile, or use a lock.",
        RaceRule.Struct =>
            " A value of this size is not written at once, and half of it may be read: use a lock, or put it into an object and assign that.",
        _ => throw new ArgumentOutOfRangeException(nameof(race), race.Rule, null),
    };

    public string LeftAsyncVoid(Operation operation, Exception exception) =>
        $"{exception.GetType().Name} left an async void method{Sites.At(operation.Execution.PlaceOf(operation, exception))}: nobody can await it, so nobody can "
        + $"catch what it throws, and outside of a test this ends the process{operation.Execution.ValueFormatter.Says(exception)}";

    public static string Assertion(Execution execution, Exception exception) =>
        // A history is made of the values that the test passes in.
        exception is NotLinearizableException && !execution.ValueFormatter.Names ? "Not linearizable: no order of the calls explains what they returned."
            : FrameworkExceptions.IsAssertion(exception) ? Excerpt.Of(exception.Message).Trim()
            : exception.GetType().Name + execution.ValueFormatter.Says(exception);

    /// <summary>An assertion whose exception got lost on its way: the framework noted that it failed.</summary>
    public static string Unheard(Ending failed) =>
        Excerpt.Of(failed.Message).Trim() + "\nThis assertion failed, and nobody heard it: its exception was caught, or is in a task that nobody awaits.";

    public static string Nondeterminism(Failure first, Failure? second) =>
        "The same schedule gave two different runs, so something was not under control: the first ended with "
        + $"'{first.Message}', the second {(second is null ? "without a failure" : $"with '{second.Message}'")}.";

    public static string Forgotten(Failure failure) =>
        $"A schedule failed twice with '{failure.Message}', but not a third time: something is remembered from one run to the next.";

    public string ForeignAwait(Execution execution, PendingAwait pending)
    {
        var who = Sites.Get(pending.Site) is { Method.Length: > 0 } site ? site.Method : "the program";
        return RefusalTable.ForeignTask.Of(
            $"{who} awaits a task that comes from {TaskOrigin.Of(execution, pending.Task!)}, which is not under control,", Sites.At(pending.Site));
    }

    public string Unhandled(Operation operation, Exception exception) =>
        $"{exception.GetType().Name} left {operation.Name} unhandled{Sites.At(operation.Execution.PlaceOf(operation, exception))}; "
        + $"outside of a test this ends the process{operation.Execution.ValueFormatter.Says(exception)}";

    private static string Side(RacingAccess access)
    {
        var site = Sites.Get(access.Site);
        var does = site?.Kind == SiteKind.Call ? "calls" : access.Write ? "writes" : "reads";
        return $"{access.Operation.Name} {does} {site?.Member ?? "memory"}{Sites.At(access.Site)}";
    }
}
