using System.Text.RegularExpressions;

namespace Grader.Configuration;

/// <summary>What must hold in grading.json beyond its shape. Pure: whether a suite has the criteria is asked elsewhere.</summary>
internal static partial class Rules
{
    public static IEnumerable<string> Problems(Grading grading)
    {
        if (grading.Exploration.Schedules < 1)
            yield return $"$.exploration.schedules is {grading.Exploration.Schedules}; give 1 or more";
        foreach (var problem in OfLimits(grading.Limits, "$.limits"))
            yield return problem;
        foreach (var problem in OfLate(grading))
            yield return problem;
        if (grading.Katas.Count == 0)
            yield return "$.katas is empty; add a kata";
        foreach (var problem in Twice(grading.Katas.Select(kata => kata.Id), "$.katas", "id"))
            yield return problem;
        for (var i = 0; i < grading.Katas.Count; i++)
        {
            foreach (var problem in OfKata(grading.Katas[i], $"$.katas[{i}]", grading.Limits))
                yield return problem;
        }
    }

    private static IEnumerable<string> OfLate(Grading grading)
    {
        if (grading.Late is not { } late)
        {
            return grading.Katas.Select((kata, i) => (kata, i)).Where(entry => entry.kata.Due is not null)
                .Select(entry => $"$.katas[{entry.i}].due is given, but nothing says what being late costs; add $.late or remove it");
        }

        (string Name, decimal Value, decimal Most)[] all =
        [
            ("percentPerDay", late.PercentPerDay, 100), ("atMostPercent", late.AtMostPercent, 100),
            ("graceMinutes", late.GraceMinutes, int.MaxValue),
        ];
        return all.Where(entry => entry.Value < 0 || entry.Value > entry.Most)
            .Select(entry => $"$.late.{entry.Name} is {entry.Value}; give 0 {(entry.Most == 100 ? "to 100" : "or more")}");
    }

    private static IEnumerable<string> OfKata(Kata kata, string path, Limits common)
    {
        if (!Slug().IsMatch(kata.Id))
            yield return $"{path}.id '{kata.Id}' must be lower-case words with hyphens, like lost-update";
        if (!Identifier().IsMatch(kata.Name))
            yield return $"{path}.name '{kata.Name}' must be a C# identifier, like LostUpdate";
        if (kata.Files.Count == 0)
            yield return $"{path}.files is empty; name the file that students hand in, like {kata.Name}.cs";
        for (var i = 0; i < kata.Files.Count; i++)
        {
            if (!SourceName().IsMatch(kata.Files[i]))
                yield return $"{path}.files[{i}] '{kata.Files[i]}' must be a plain name that ends in .cs, without a folder";
        }

        if (kata.Points < 0)
            yield return $"{path}.points is {kata.Points}; give 0 or more";
        foreach (var problem in Twice(kata.Criteria.Select(criterion => criterion.Id), $"{path}.criteria", "id"))
            yield return problem;
        for (var i = 0; i < kata.Criteria.Count; i++)
        {
            foreach (var problem in OfCriterion(kata.Criteria[i], $"{path}.criteria[{i}]"))
                yield return problem;
        }

        var sum = kata.Criteria.Sum(criterion => criterion.Points);
        if (sum != kata.Points)
            yield return $"{path}.points is {kata.Points}, but the criteria's points sum to {sum}; make them equal";
        if (kata.Limits is { } limits)
        {
            foreach (var problem in OfLimits(limits.Over(common), $"{path}.limits"))
                yield return problem;
        }

        foreach (var problem in OfHints(kata.Hints, $"{path}.hints"))
            yield return problem;
        if (kata.Lesson is { } lesson && new[] { lesson.Learn, lesson.Asyncio, lesson.Csharp }.Any(string.IsNullOrWhiteSpace))
            yield return $"{path}.lesson has an empty text; say what one learns, and what it is in asyncio and in C#";
        foreach (var problem in OfPolicy(kata.Policy ?? new KataPolicy(), $"{path}.policy"))
            yield return problem;
    }

    private static IEnumerable<string> OfPolicy(KataPolicy policy, string path)
    {
        var allowed = policy.Allow ?? [];
        var forbidden = policy.Forbid ?? [];
        foreach (var (name, at) in allowed.Select((name, i) => (name, $"{path}.allow[{i}]"))
            .Concat(forbidden.Select((entry, i) => (entry.Member, $"{path}.forbid[{i}].member"))))
        {
            if (!PolicyName().IsMatch(name))
                yield return $"{at} '{name}' must be a full name, like System.Threading.Tasks.Parallel.For, or end in .* for all under it";
        }

        foreach (var both in allowed.Intersect(forbidden.Select(entry => entry.Member)))
            yield return $"{path} allows and forbids '{both}'; keep one";
        for (var i = 0; i < forbidden.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(forbidden[i].Reason))
                yield return $"{path}.forbid[{i}].reason is empty; say why, in the words of the idea";
            if (string.IsNullOrWhiteSpace(forbidden[i].Instead))
                yield return $"{path}.forbid[{i}].instead is empty; say what to use in its place";
        }
    }

    private static IEnumerable<string> OfCriterion(Criterion criterion, string path)
    {
        if (!Slug().IsMatch(criterion.Id))
            yield return $"{path}.id '{criterion.Id}' must be lower-case words with hyphens, like no-lost-update";
        if (criterion.Points < 0)
            yield return $"{path}.points is {criterion.Points}; give 0 or more";
        if (string.IsNullOrWhiteSpace(criterion.Hint))
            yield return $"{path}.hint is empty; say why it fails and what to try next";
        foreach (var problem in OfHints(criterion.Hints, $"{path}.hints"))
            yield return problem;
        var bounds = (criterion.AtMost is null ? 0 : 1) + (criterion.AtLeast is null ? 0 : 1);
        if (criterion.Measure is null && bounds > 0)
            yield return $"{path} has a bound but no measure; add \"measure\": \"cpuOverhead\" or remove the bound";
        if (criterion.Measure is not null && bounds != 1)
            yield return $"{path} has a measure and {bounds} bounds; give one of atMost and atLeast";
        if (criterion.Formula is { } formula && string.IsNullOrWhiteSpace(formula))
            yield return $"{path}.formula is empty; remove it or write an expression such as Parallelism / Cores";
    }

    private static IEnumerable<string> OfHints(IReadOnlyDictionary<string, string>? hints, string path)
    {
        foreach (var (verdict, text) in hints ?? new Dictionary<string, string>())
        {
            if (!Hints.Answered.Contains(verdict))
                yield return $"{path}.{verdict} is not a verdict that a hint can answer; {Shape.Advice(verdict, Hints.Answered)}";
            else if (string.IsNullOrWhiteSpace(text))
                yield return $"{path}.{verdict} is empty; say why it fails and what to try next";
        }
    }

    private static IEnumerable<string> OfLimits(Limits limits, string path)
    {
        (string Name, int Value)[] all =
        [
            ("wallSeconds", limits.WallSeconds), ("cpuSeconds", limits.CpuSeconds),
            ("memoryMegabytes", limits.MemoryMegabytes), ("threads", limits.Threads),
            ("outputKilobytes", limits.OutputKilobytes),
        ];
        return all.Where(limit => limit.Value < 1)
            .Select(limit => $"{path}.{limit.Name} is {limit.Value}; give 1 or more");
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names, string path, string key) =>
        names.GroupBy(name => name).Where(group => group.Count() > 1)
            .Select(group => $"{path} has {group.Count()} entries with the {key} '{group.Key}'; keep one");

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+(\.\.ctor|\.\*)?$")]
    private static partial Regex PolicyName();

    [GeneratedRegex(@"^[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)*\.cs$")]
    private static partial Regex SourceName();
}
