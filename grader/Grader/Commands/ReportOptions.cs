using System.CommandLine;
using Grader.Configuration;
using Grader.Reporting;
using Grader.Reporting.Adjusting;
using Grader.Reporting.Comparing;
using Grader.Reporting.Formats;

namespace Grader.Commands;

/// <summary>Options of the commands that write reports: which formats, and what changes points after grading.</summary>
internal sealed class ReportOptions(Terminal terminal)
{
    private readonly Option<string[]> formats = Several("--format", "name",
        $"How to write it, beside report.json: {string.Join(", ", Formats.All.Select(format => format.Name))}. "
        + $"{string.Join(" and ", Formats.Usual)} unless given.");

    private readonly Option<string?> roster = new("--roster")
    {
        Description = "The gradebook's export as CSV with a column 'folder', for --format canvas and moodle.",
        HelpName = "csv",
    };

    private readonly Option<string?> overrides = new("--overrides")
    {
        Description = "Points that replace the grader's: student, kata, points, reason.",
        HelpName = "csv",
    };

    private readonly Option<string?> submitted = new("--submitted")
    {
        Description = "When work was handed in, for the late policy of grading.json: student, kata (or none for all), submitted.",
        HelpName = "csv",
    };

    private readonly Option<string?> comments = new("--comments")
    {
        Description = "What the staff writes to students: student, kata and line (or none for the whole), comment.",
        HelpName = "csv",
    };

    private readonly Option<string[]> earlier = Several("--earlier", "report.json", "A report of an earlier attempt, oldest first; grading.json says which counts.");

    private readonly Option<string?> since = new("--since")
    {
        Description = "Tell what changed since this report.",
        HelpName = "report.json",
    };

    private readonly Option<string> folder = new("--out")
    {
        Description = "Where the report goes.",
        HelpName = "dir",
        DefaultValueFactory = _ => "report",
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[folder, formats, roster, overrides, submitted, comments, earlier, since])
            command.Add(option);
    }

    /// <summary>Says before anything is graded what would be wrong afterwards.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="draft">A report of the same students and katas.</param>
    /// <param name="grading">The policies.</param>
    /// <exception cref="WrongUseException">Something is.</exception>
    public void Check(ParseResult parsed, Report draft, Grading grading)
    {
        if (parsed.GetValue(since) is { } before)
            _ = Read(terminal, before);
        _ = Formats.Render(Input(parsed, Adjust(parsed, draft, () => grading), default), parsed.GetValue(formats) ?? []);
    }

    /// <summary>The <c>--out</c> folder, made.</summary>
    /// <exception cref="WrongUseException">It cannot be written.</exception>
    public string Prepare(ParseResult parsed)
    {
        var output = terminal.Resolve(parsed.GetValue(folder)!);
        ReportFolder.Prepare(output);
        return output;
    }

    public static Report Read(Terminal terminal, string path) => ReportReader.Read(InputFile.Read(terminal, path), terminal.Resolve(path));

    /// <summary>The report with the adjustments that were asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="report">As graded.</param>
    /// <param name="grading">Gives grading.json; asked only when a policy matters.</param>
    /// <exception cref="WrongUseException">A file that was named is wrong; the message names its line.</exception>
    public Report Adjust(ParseResult parsed, Report report, Func<Grading> grading)
    {
        var attempts = parsed.GetValue(earlier) is { Length: > 0 } reports ? reports.Select(path => Read(terminal, path)).ToList() : null;
        var points = parsed.GetValue(overrides) is { } path ? Override.Read(InputFile.Read(terminal, path), path) : null;
        var times = parsed.GetValue(submitted) is { } table ? Submitted.Read(InputFile.Read(terminal, table), table) : null;
        var adjusted = attempts is null && points is null && times is null
            ? report
            : new Adjustments(grading(), attempts, points, times).Apply(report);
        return parsed.GetValue(comments) is { } words ? Comments.Apply(adjusted, Comment.Read(InputFile.Read(terminal, words), words)) : adjusted;
    }

    /// <summary>Writes all files, and says what changed and where the report is.</summary>
    public void Write(ParseResult parsed, Report report, DateTimeOffset made, string output)
    {
        var changes = parsed.GetValue(since) is { } before ? Comparison.Of(Read(terminal, before), report) : null;
        var files = Formats.Render(Input(parsed, report, made) with { Changes = changes }, parsed.GetValue(formats) ?? []);
        ReportFolder.Write(output, report, files);
        if (changes is not null)
            terminal.Out.Write(ComparisonText.Render(changes));
        // The page is what a person opens; formats that were named are looked for by name.
        var told = parsed.GetValue(formats) is { Length: > 0 } ? 5 : 1;
        foreach (var file in files.Take(told))
            terminal.Out.WriteLine($"report: {Path.Combine(output, file.Path)}");
        if (told > 1 && files.Count > told)
            terminal.Out.WriteLine($"and {files.Count - told} more in {output}");
    }

    private FormatInput Input(ParseResult parsed, Report report, DateTimeOffset made) => new(report, made)
    {
        Roster = parsed.GetValue(roster) is { } path ? Roster.Read(InputFile.Read(terminal, path), path) : null,
        Variables = terminal.Variables,
    };

    private static Option<string[]> Several(string name, string value, string description) => new(name)
    {
        Description = description,
        HelpName = value,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };
}
