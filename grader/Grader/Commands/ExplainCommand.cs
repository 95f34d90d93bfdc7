using System.CommandLine;
using Grader.Intake;
using Grader.Judging;
using Grader.Reporting;
using Judge;

namespace Grader.Commands;

/// <summary><c>grader explain &lt;path&gt; --kata &lt;slug&gt;</c>: grades one kata and tells all about it, with the picture and, if wanted, a profile.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Terminal terminal;
    private readonly IJudges judges;
    private readonly SharedOptions shared = new();
    private readonly Argument<string> path = SharedOptions.OnePath();
    private readonly Option<string> kata = SharedOptions.OneKata();
    private readonly ProfileOptions profiling;

    public ExplainCommand(Terminal terminal, IJudges judges)
        : base("explain", "Grade one kata and tell all about it, with the interleaving that broke it.")
    {
        this.terminal = terminal;
        this.judges = judges;
        profiling = new ProfileOptions(terminal);
        Add(path);
        Add(kata);
        Add(shared.Seed);
        Add(shared.Schedules);
        Add(shared.Sandbox);
        Add(shared.Reveal);
        profiling.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = Workspace.Find(terminal.Folder, terminal.Home);
        var settings = shared.Settings(parsed, workspace.Grading.Exploration);
        var wanted = workspace.Kata(parsed.GetValue(kata)!);
        var output = profiling.Check(parsed, wanted, workspace.Grading);
        var judge = await judges.FindAsync(parsed.GetValue(shared.Sandbox), cancellation);
        var run = new GradingRun(workspace, settings, judge.Judge);
        var grader = run.Identify([wanted]);
        var handins = new FolderIntake(workspace.Grading, [wanted], named: true).Read([terminal.Resolve(parsed.GetValue(path)!)]);
        if (output is not null && handins is not [{ Submissions: [_] }])
            throw new WrongUseException($"{parsed.GetValue(path)} has {handins.Count} students; --profile is for one student's file or folder");
        var submissions = handins.SelectMany(handin => handin.Submissions).ToList();
        var grades = await run.Pipeline.GradeAsync(submissions, (_, _) => { }, cancellation);
        var replay = ReplayCommand.Line(parsed.GetValue(path)!, wanted.Id, settings.Seed);
        for (var i = 0; i < grades.Count; i++)
        {
            if (grades.Count > 1)
                await terminal.Out.WriteLineAsync($"{(i == 0 ? "" : "\n")}== {PlainText.Of(submissions[i].Student)}");
            await terminal.Out.WriteAsync(KataText.Render(ReportBuilder.Kata(grades[i], submissions[i].Files), replay));
        }

        if (output is not null)
        {
            var told = ReportBuilder.Kata(grades[0], submissions[0].Files);
            var (profile, problem) = await new Profiler(run, judges, judge).ProfileAsync(submissions[0], cancellation);
            var student = ReportBuilder.Submission(handins[0].Student, [told with { Samples = ProfileOptions.Frames(profile) }], handins[0].Notes);
            await profiling.WriteAsync(profile, problem, ReportBuilder.Build(grader, Machine.Describe(judge.Sandbox), [student]), output);
        }

        return grades.Any(grade => grade.Verdict == Verdict.JudgeError) ? ExitStatus.Failed : ExitStatus.Done;
    }
}
