using System.CommandLine;
using Grader.Intake;
using Grader.Judging;
using Grader.Reporting;
using Judge;

namespace Grader.Commands;

/// <summary><c>grader explain &lt;path&gt; --kata &lt;slug&gt;</c>: grades one kata and tells all about it, with the picture.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Terminal terminal;
    private readonly IJudges judges;
    private readonly SharedOptions shared = new();
    private readonly Argument<string> path = SharedOptions.OnePath();
    private readonly Option<string> kata = SharedOptions.OneKata();

    public ExplainCommand(Terminal terminal, IJudges judges)
        : base("explain", "Grade one kata and tell all about it, with the interleaving that broke it.")
    {
        this.terminal = terminal;
        this.judges = judges;
        Add(path);
        Add(kata);
        Add(shared.Seed);
        Add(shared.Schedules);
        Add(shared.Sandbox);
        Add(shared.Reveal);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = Workspace.Find(terminal.Folder);
        var settings = shared.Settings(parsed, workspace.Grading.Exploration);
        var (judge, _) = await judges.FindAsync(parsed.GetValue(shared.Sandbox), cancellation);
        var run = new GradingRun(workspace, settings, judge);
        var wanted = workspace.Kata(parsed.GetValue(kata)!);
        _ = run.Identify([wanted]);
        var handins = new FolderIntake(workspace.Grading, [wanted], named: true).Read([terminal.Resolve(parsed.GetValue(path)!)]);
        var submissions = handins.SelectMany(handin => handin.Submissions).ToList();
        var grades = await run.Pipeline.GradeAsync(submissions, (_, _) => { }, cancellation);
        var replay = ReplayCommand.Line(parsed.GetValue(path)!, wanted.Id, settings.Seed);
        for (var i = 0; i < grades.Count; i++)
        {
            if (grades.Count > 1)
                await terminal.Out.WriteLineAsync($"{(i == 0 ? "" : "\n")}== {PlainText.Of(submissions[i].Student)}");
            await terminal.Out.WriteAsync(KataText.Render(ReportBuilder.Kata(grades[i], submissions[i].Files), replay));
        }

        return grades.Any(grade => grade.Verdict == Verdict.JudgeError) ? ExitStatus.Failed : ExitStatus.Done;
    }
}
