namespace Grader.Reporting;

/// <summary>Joins the parts of a class that were graded apart.</summary>
internal static class ReportMerge
{
    /// <param name="parts">The reports with their files' names, for messages; one or more.</param>
    /// <exception cref="WrongUseException">They were graded differently, or two have the same student.</exception>
    public static Report Join(IReadOnlyList<(string File, Report Report)> parts)
    {
        var (first, report) = parts[0];
        foreach (var (file, other) in parts.Skip(1))
        {
            if (Difference(report.Grader, other.Grader) is { } difference)
                throw new WrongUseException($"{first} and {file} were not graded alike: {difference}; grade both with the same grader, suites and seed");
        }

        var all = parts.SelectMany(part => part.Report.Submissions.Select(student => (part.File, Student: student))).ToList();
        foreach (var twice in all.GroupBy(entry => entry.Student.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            throw new WrongUseException(
                $"the student '{twice.Key}' is in {string.Join(" and ", twice.Select(entry => entry.File))}; leave one of them out");
        }

        return ReportBuilder.Build(report.Grader, Machine([.. parts.Select(part => part.Report.Machine)]), all.Select(entry => entry.Student));
    }

    private static string? Difference(ReportGrader a, ReportGrader b) =>
        a.Version != b.Version ? $"version {a.Version} and {b.Version}"
        : a.Suites != b.Suites ? "the hidden suites differ"
        : a.Seed != b.Seed ? $"seed {a.Seed} and {b.Seed}"
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
