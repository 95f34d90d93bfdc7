using System.CommandLine;
using Grader.Configuration;
using Grader.Records;
using Grader.Reporting;
using Grader.Reporting.Formats;

namespace Grader.Commands;

/// <summary><c>--profile</c>: the options, and what is written.</summary>
internal sealed class ProfileOptions(Terminal terminal)
{
    private const string Format = "html";

    private readonly Option<bool> profile = new("--profile")
    {
        Description = "Record a sampling profile of the timed run, as a flame graph in report.html and as profile.speedscope.json.",
    };

    private readonly Option<string> folder = new("--out")
    {
        Description = "Where --profile writes.",
        HelpName = "dir",
        DefaultValueFactory = _ => "profile",
    };

    public void AddTo(Command command)
    {
        command.Add(profile);
        command.Add(folder);
    }

    /// <summary>The folder to write to, made; null when no profile is wanted.</summary>
    /// <exception cref="WrongUseException">The kata has no timed run, or the folder cannot be written.</exception>
    public string? Check(ParseResult parsed, Kata kata, Grading grading)
    {
        if (!parsed.GetValue(profile))
        {
            return parsed.GetResult(folder) is { Implicit: false }
                ? throw new WrongUseException("--out is where --profile writes; give both or none")
                : null;
        }

        if (!IsTimed(kata))
        {
            throw new WrongUseException(
                $"the kata {kata.Id} has no timed run, so there is nothing to profile; those that have one: {Timed(grading)}");
        }

        var output = terminal.Resolve(parsed.GetValue(folder)!);
        ReportFolder.Prepare(output);
        return output;
    }

    public static IReadOnlyList<ReportFrame> Frames(SampledProfile profile) =>
        [.. profile.Stacks.Select(stack => new ReportFrame(stack.Frames, stack.Samples))];

    /// <param name="taken">What was sampled.</param>
    /// <param name="problem">Why the run ended early; empty when it did not.</param>
    /// <param name="report">The one submission, with the profile in it.</param>
    /// <param name="output">The folder.</param>
    public async Task WriteAsync(SampledProfile taken, string problem, Report report, string output)
    {
        var page = Formats.Render(new FormatInput(report, default), [Format]);
        var timeline = Speedscope.Render(taken, $"{report.Submissions[0].Katas[0].Id} of {report.Submissions[0].Id}");
        ReportFolder.Write(output, report, [.. page, timeline]);
        var threads = taken.Threads.Count == 1 ? "1 thread" : $"{taken.Threads.Count} threads";
        await terminal.Out.WriteLineAsync($"\nprofile       {taken.Samples} samples of the timed run on {threads}");
        if (problem.Length > 0)
            await terminal.Out.WriteLineAsync($"the run ended early: {PlainText.Of(problem)}");
        foreach (var file in page)
            await terminal.Out.WriteLineAsync($"report: {Path.Combine(output, file.Path)}");
        await terminal.Out.WriteLineAsync($"profile: {Path.Combine(output, timeline.Path)} (open it at https://www.speedscope.app)");
    }

    private static bool IsTimed(Kata kata) => kata.Criteria.Any(criterion => criterion.Measure is not null);

    private static string Timed(Grading grading) => grading.Katas.Where(IsTimed).Select(kata => kata.Id).ToList() is { Count: > 0 } timed
        ? string.Join(", ", timed)
        : "none";
}
