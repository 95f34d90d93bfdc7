using System.CommandLine;
using Grader.Configuration;
using Grader.Exporting;
using Grader.Intake;
using Grader.Judging;
using Grader.Judging.Sandboxes;
using Grader.Reporting;
using Judge;

namespace Grader.Commands;

/// <summary><c>grader grade &lt;path&gt;…</c>: grades a file, a kata, a student or a class, and writes the report.</summary>
internal sealed class GradeCommand : Command
{
    private const string NoSandbox =
        "no sandbox holds on this machine, and submissions would run as you\n"
        + "on Linux, install bubblewrap (sudo apt install bubblewrap) or take a kernel with Landlock; `grader doctor` tells what is missing\n"
        + "to grade code that you would run yourself, without a sandbox: grader grade --unsafe …";

    private readonly Terminal terminal;
    private readonly IJudges judges;
    private readonly SharedOptions shared = new();

    private readonly Argument<string[]> paths = new("path")
    {
        Description = "A C# file (with --kata), a kata's folder, a student's folder, or a class folder.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly ReportOptions options;

    private readonly Option<Shard?> shard = new("--shard")
    {
        Description = "Grade only the i-th of n parts of the students, as 2/4.",
        HelpName = "i/n",
        CustomParser = Shard.Parse,
    };

    private readonly Option<bool> resume = new("--resume")
    {
        Description = "Go on with a run that was stopped, and skip what --out already has.",
    };

    private readonly Option<string?> student = new("--student")
    {
        Description = "The path is the folder of this one student: a kata that is not there was not handed in.",
        HelpName = "name",
    };

    private readonly Option<double?> least = new("--min-score")
    {
        Description = "Exit with status 1 when a student has fewer points than this.",
        HelpName = "n",
    };

    private readonly Option<bool> unsandboxed = new("--unsafe")
    {
        Description = "Grade even where no operating-system sandbox holds: submissions then run as you.",
    };

    public GradeCommand(Terminal terminal, IJudges judges)
        : base("grade", "Grade submissions and write report.json, report.html and scores.csv, or other formats.")
    {
        this.terminal = terminal;
        options = new ReportOptions(terminal);
        this.judges = judges;
        Add(paths);
        foreach (var option in (Option[])[shared.Kata, shared.Seed, shared.Schedules, shared.Jobs, student, shard, resume, least, shared.Reveal, shared.Sandbox, unsandboxed])
            Add(option);
        options.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = Workspace.Find(terminal.Folder, terminal.Home);
        var named = parsed.GetValue(shared.Kata) ?? [];
        var katas = Wanted(workspace, named);
        var judge = await judges.FindAsync(parsed.GetValue(shared.Sandbox), cancellation);
        var sandbox = judge.Sandbox;
        if (sandbox == SandboxKind.None && !parsed.GetValue(unsandboxed))
            throw new WrongUseException(NoSandbox);
        var settings = shared.Settings(parsed, workspace.Grading.Exploration);
        var sharing = judges.Sharing(judge, settings.Jobs);
        using var ended = sharing as IDisposable;
        var run = new GradingRun(workspace, settings, sharing);
        var template = StudentTemplate.Originals(workspace.Root, workspace.Grading.Katas);
        var intake = new FolderIntake(workspace.Grading, katas, named.Length > 0, new TemplateChanges(template, workspace.Grading.Katas));
        var handins = Read(intake, [.. parsed.GetValue(paths)!.Select(terminal.Resolve)], parsed.GetValue(student));
        // A class in one part is the whole of it.
        var grader = run.Identify(katas) with { Shard = parsed.GetValue(shard) is { Count: > 1 } one ? one.ToString() : null };
        var machine = Machine.Describe(sandbox);
        var part = parsed.GetValue(shard)?.Of(handins) ?? handins;
        options.Check(parsed, ClassGrading.Draft(grader, machine, part), workspace.Grading);
        var output = options.Prepare(parsed);
        if (sandbox == SandboxKind.None)
            await terminal.Out.WriteLineAsync("note: there is no sandbox around submissions, only process limits: they run as you, and this is practice, not an official grade");

        var report = await ClassGrading.RunAsync(run, grader, machine, part, output, parsed.GetValue(resume), terminal, cancellation);
        report = options.Adjust(parsed, report, () => workspace.Grading);
        ClassSummary.Write(report, terminal);
        options.Write(parsed, report, DateTimeOffset.UtcNow, output);
        return Status(report, parsed.GetValue(least));
    }

    private static IReadOnlyList<Handin> Read(FolderIntake intake, IReadOnlyList<string> paths, string? student) => (student, paths) switch
    {
        (null, _) => intake.Read(paths),
        (_, [var path]) => [intake.ReadStudent(path, student)],
        _ => throw new WrongUseException($"--student {student} has one folder, but {paths.Count} were given"),
    };

    private static List<Kata> Wanted(Workspace workspace, string[] named)
    {
        var wanted = named.Select(id => workspace.Kata(id).Id).ToHashSet();
        return [.. workspace.Grading.Katas.Where(kata => named.Length == 0 || wanted.Contains(kata.Id))];
    }

    private static int Status(Report report, double? least)
    {
        if (report.Submissions.Any(student => student.Katas.Any(kata => kata.Criteria.Any(c => c.Verdict == Verdict.JudgeError))))
            return ExitStatus.Failed;
        return report.Submissions.Any(student => student.Score < least) ? ExitStatus.Below : ExitStatus.Done;
    }
}
