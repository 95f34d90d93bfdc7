using System.CommandLine;
using Grader.Configuration;
using Grader.Intake;
using Grader.Judging;
using Grader.Records;
using Grader.Reporting;
using Judge;

namespace Grader.Commands;

/// <summary>
/// <c>grader replay &lt;path&gt; --kata &lt;slug&gt; --schedule &lt;string&gt;</c>: prints one interleaving again, of files, or of what a
/// <c>report.json</c> says was handed in.
/// </summary>
internal sealed class ReplayCommand : Command
{
    private readonly Terminal terminal;
    private readonly IJudges judges;
    private readonly SharedOptions shared = new();
    private readonly Argument<string> path = new("path")
    {
        Description = "A C# file, a kata's folder, a student's folder, or a report.json with --student.",
    };

    private readonly Option<string?> student = new("--student")
    {
        Description = "Whose work in the report.json; it need not be said where the report has one student.",
        HelpName = "name",
    };

    private readonly Option<string> kata = SharedOptions.OneKata();

    private readonly Option<string> schedule = new("--schedule")
    {
        Description = "The schedule, as a report or `explain` gives it.",
        HelpName = "string",
        Required = true,
    };

    /// <summary>What to type to see a schedule of this again, but for the schedule: suites draw their inputs from the seed.</summary>
    public static string Line(string path, string kata, int seed) =>
        $"grader replay {(path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path)} --kata {kata} --seed {seed}";

    public ReplayCommand(Terminal terminal, IJudges judges)
        : base("replay", "Print one interleaving again.")
    {
        this.terminal = terminal;
        this.judges = judges;
        Add(path);
        Add(kata);
        Add(schedule);
        Add(student);
        Add(shared.Reveal);
        Add(shared.Seed);
        Add(shared.Sandbox);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = Workspace.Find(terminal.Folder, terminal.Home);
        var (judge, _) = await judges.FindAsync(parsed.GetValue(shared.Sandbox), cancellation);
        var run = new GradingRun(workspace, shared.Settings(parsed, workspace.Grading.Exploration), judge);
        var wanted = workspace.Kata(parsed.GetValue(kata)!);
        _ = run.Identify([wanted]);
        var submission = Wanted(parsed, workspace, wanted);
        var text = parsed.GetValue(schedule)!;
        var (stopped, judgement) = await run.Pipeline.RunAsync(submission, request => request with { Schedule = text }, cancellation);
        if (stopped is not null)
        {
            await terminal.Out.WriteAsync(KataText.Render(ReportBuilder.Kata(stopped, submission.Files), ""));
            return ExitStatus.Done;
        }

        if (judgement!.Criteria is not [var told, ..] || judgement.Ending == Verdict.JudgeError)
            throw new WrongUseException($"the schedule {text} cannot be replayed: {Reason(judgement)}");
        await terminal.Out.WriteLineAsync($"{told.Id}: {told.Verdict}");
        if (told.Message.Length > 0)
            await terminal.Out.WriteLineAsync(PlainText.Of(told.Message));
        if (told.Interleaving.Length > 0)
            await terminal.Out.WriteLineAsync("\n" + PlainText.Of(told.Interleaving).TrimEnd('\n'));
        return ExitStatus.Done;
    }

    private Submission Wanted(ParseResult parsed, Workspace workspace, Kata wanted)
    {
        var given = parsed.GetValue(path)!;
        if (Path.GetExtension(given) == ".json")
            return ReportedSubmission.Of(ReportOptions.Read(terminal, given), given, parsed.GetValue(student), wanted);
        if (parsed.GetValue(student) is not null)
            throw new WrongUseException($"--student goes with a report.json, and {given} is none");
        var handins = new FolderIntake(workspace.Grading, [wanted], named: true).Read([terminal.Resolve(given)]);
        return handins is [{ Submissions: [var submission] }]
            ? submission
            : throw new WrongUseException($"{given} has {handins.Count} students; give one student's file or folder");
    }

    /// <summary>Why there is nothing to replay.</summary>
    private static string Reason(Judgement judgement) =>
        judgement.EndingReason.Length > 0 ? judgement.EndingReason
            : judgement.EndingMessage.Length > 0 ? judgement.EndingMessage
            : "it names no test of this kata";
}
