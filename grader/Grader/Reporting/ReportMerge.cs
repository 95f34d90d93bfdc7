using System.Globalization;

namespace Grader.Reporting;

/// <summary>Joins the parts of a class that were graded apart.</summary>
internal static class ReportMerge
{
    /// <summary>How many missing parts are named: a line that nobody reads to its end names none.</summary>
    private const int MostNamed = 20;

    /// <param name="parts">The reports with their files' names, for messages; one or more.</param>
    /// <exception cref="WrongUseException">They were graded differently, or two have the same student.</exception>
    public static Report Join(IReadOnlyList<(string File, Report Report)> parts)
    {
        var (first, report) = parts[0];
        foreach (var (file, other) in parts.Skip(1))
        {
            if (Difference(report.Grader, other.Grader) is { } difference)
                throw new WrongUseException($"{first} and {file} were not graded alike: {difference}; grade both with the same grader, suites and options");
        }

        var all = parts.SelectMany(part => part.Report.Submissions.Select(student => (part.File, Student: student))).ToList();
        foreach (var twice in all.GroupBy(entry => entry.Student.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            throw new WrongUseException(
                $"the student '{twice.Key}' is in {string.Join(" and ", twice.Select(entry => entry.File))}; leave one of them out");
        }

        if (parts.Count > 1)
            CheckShards(parts);
        return ReportBuilder.Build(parts.Count > 1 ? report.Grader with { Shard = null } : report.Grader, Machine([.. parts.Select(part => part.Report.Machine)]), all.Select(entry => entry.Student));
    }

    /// <summary>A part that is not there would be a class that is smaller, and nobody would see it.</summary>
    private static void CheckShards(IReadOnlyList<(string File, Report Report)> parts)
    {
        var shards = parts.Where(part => part.Report.Grader.Shard is not null).Select(part => (part.File, Shard: part.Report.Grader.Shard!)).ToList();
        if (shards.Count == 0)
            return;
        var counts = shards.GroupBy(shard => shard.Shard[(shard.Shard.IndexOf('/') + 1)..]).ToList();
        if (counts.Count > 1)
        {
            var (one, other) = (counts[0].First(), counts[1].First());
            throw new WrongUseException($"{one.File} is part {one.Shard} of the class and {other.File} part {other.Shard}; grade all parts with the same number of them");
        }

        foreach (var twice in shards.GroupBy(shard => shard.Shard).Where(group => group.Count() > 1))
            throw new WrongUseException($"{string.Join(" and ", twice.Select(shard => shard.File))} are both part {twice.Key} of the class; leave one of them out");
        if (!int.TryParse(counts[0].Key, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            throw new WrongUseException($"{shards[0].File}: '{shards[0].Shard}' is no part of a class; grade it again");
        var missing = Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i}/{count}"))
            .Except(shards.Select(shard => shard.Shard)).Take(MostNamed + 1).ToList();
        if (missing.Count == 0)
            return;
        var named = string.Join(", ", missing.Take(MostNamed)) + (missing.Count > MostNamed ? " and more" : "");
        throw new WrongUseException($"the class is not whole: {(missing.Count == 1 ? "part" : "parts")} {named} {(missing.Count == 1 ? "is" : "are")} missing; grade with --shard {missing[0]} and join again");
    }

    private static string? Difference(ReportGrader a, ReportGrader b) =>
        a.Version != b.Version ? $"version {a.Version} and {b.Version}"
        : a.Suites != b.Suites ? "the hidden suites differ"
        : a.Seed != b.Seed ? $"seed {a.Seed} and {b.Seed}"
        : a.Revealed != b.Revealed ? "one shows the values of hidden tests (--reveal)"
        : a.Schedules != b.Schedules ? $"{a.Schedules} and {b.Schedules} schedules"
        : null;

    /// <summary>What the machines have in common, and the fewest cores: figures of speed are told for the weakest.</summary>
    private static ReportMachine Machine(IReadOnlyList<ReportMachine> machines) => machines[0] with
    {
        Cores = machines.Min(machine => machine.Cores),
        Os = Joined(machines.Select(machine => machine.Os)),
        Runtime = Joined(machines.Select(machine => machine.Runtime)),
        Sandbox = Joined(machines.Select(machine => machine.Sandbox)),
    };

    private static string Joined(IEnumerable<string> texts) => string.Join(" and ", texts.Distinct(StringComparer.Ordinal));
}
