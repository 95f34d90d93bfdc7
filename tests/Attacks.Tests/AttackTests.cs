using Grader;
using Grader.Compiling;
using Grader.Configuration;
using Grader.Judging;
using Grader.Judging.Sandboxes;
using Grader.Records;
using Grader.Reporting;
using Grader.Weaving;
using Judge;
using Judge.Protocol;

namespace Attacks.Tests;

/// <summary>Every attack of tests/Attacks: no point, no secret, no trace.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class AttackTests
{
    /// <summary>What attacks write when they can.</summary>
    private static readonly string[] Traces = ["/tmp/concurrency-katas-attack", "/dev/shm/concurrency-katas-attack"];

    private static readonly Workspace Whole = Workspace.Find(AppContext.BaseDirectory);
    private static readonly Workspace Workspace = Small(Whole);
    private static readonly Compiler Compiler = new(Workspace.References);
    private static readonly SuiteStore Suites = new(Workspace.Suites);

    private static readonly Dictionary<SandboxKind, Task<Examination>> Examinations =
        ((SandboxKind[])[SandboxKind.Bubblewrap, SandboxKind.Landlock]).ToDictionary(
            kind => kind, kind => new Examiner(TimeProvider.System).ExamineAsync(kind, CancellationToken.None));

    [TestCaseSource(typeof(Attack), nameof(Attack.Names))]
    public async Task Nothing_is_gained_through_the_whole_pipeline(string name)
    {
        var attack = Attack.Read(name);
        var (judge, _) = await new SandboxedJudges(TimeProvider.System).FindAsync(await BestAsync(), CancellationToken.None);
        var run = new GradingRun(attack.AtMost == 0 ? Workspace : Whole, new RunSettings(20, 1, 1) { Reveal = attack.MustNotSay.Count == 0 }, judge);
        var grades = await run.Pipeline.GradeAsync([Submission(attack)], (_, _) => { }, CancellationToken.None);

        var grade = grades.ShouldHaveSingleItem();
        attack.Expected.ShouldContain(grade.Verdict.ToString(), string.Join('\n', grade.Findings) + string.Join('\n', grade.Criteria.Select(one => one.Judged.Message)));
        grade.Score.ShouldBeLessThanOrEqualTo(attack.AtMost);
        Clean(attack, JsonReport.Line(ReportBuilder.Kata(grade, []) with { Sources = null }));
    }

    [Test]
    public async Task Nothing_is_gained_where_the_box_stands_alone(
        [ValueSource(typeof(Attack), nameof(Attack.Names))] string name,
        [Values(nameof(SandboxKind.Bubblewrap), nameof(SandboxKind.Landlock))] string box)
    {
        var kind = Enum.Parse<SandboxKind>(box);
        var attack = Attack.Read(name);
        var examination = await Examinations[kind];
        if (!examination.Holds)
        {
            await NobodyIsGradedInAsync(kind);
            return;
        }

        var (kata, suite) = (Workspace.Kata(attack.Kata), Suites.Of(Workspace.Kata(attack.Kata)));
        var compilation = Compiler.Compile(kata.Name, Submission(attack).Files);
        if (compilation.Debug is null)
        {
            attack.Expected.ShouldContain(nameof(Verdict.CompileError), string.Join('\n', compilation.Errors));
            return;
        }

        var woven = Instrument.Submission(compilation.Debug, suite.NextSite);
        if (woven.Assembly is null)
        {
            // The engine refuses what it cannot control before anything runs.
            woven.Unsupported.ShouldNotBeEmpty();
            return;
        }

        var judgement = await new ChildJudge(new JudgeLauncher(Sandbox.Of(kind)), TimeProvider.System).JudgeAsync(
            new JudgeRequest
            {
                Suite = suite.Plain.Name,
                Woven = [woven.Assembly, suite.Woven],
                Exploration = new ExplorationBudget(20, 1),
                Limits = attack.AtMost == 0 ? Limits : new JudgeLimits(WallSeconds: 180, MemoryMegabytes: 1024),
                // What it stole it tells in an exception, which reports leave out.
                Reveal = attack.MustNotSay.Count == 0,
            },
            CancellationToken.None);

        var criteria = kata.Criteria.Where(criterion => criterion.Measure is null).Select(criterion => judgement.Of(criterion.Id)).ToList();
        if (attack.AtMost > 0 && !attack.Expected.Contains(nameof(Verdict.Accepted)))
            criteria.ShouldContain(criterion => criterion.Verdict != Verdict.Accepted);
        foreach (var criterion in criteria)
        {
            attack.WithoutPolicy.ShouldContain(criterion.Verdict.ToString(), criterion.Message + judgement.EndingMessage + judgement.Errors);
            Clean(attack, criterion.Message + criterion.Interleaving);
        }

        Traces.Where(File.Exists).ShouldBeEmpty();
        Traces.Where(Directory.Exists).ShouldBeEmpty();
    }

    /// <summary>Where there is no such box it is refused; it may have been installed since it was looked for, and holds then.</summary>
    private static async Task NobodyIsGradedInAsync(SandboxKind kind)
    {
        try
        {
            _ = await new SandboxedJudges(TimeProvider.System).FindAsync(kind, CancellationToken.None);
        }
        catch (WrongUseException)
        {
            return;
        }

        (await new Examiner(TimeProvider.System).ExamineAsync(kind, CancellationToken.None)).Holds.ShouldBeTrue();
    }

    /// <summary>Only what never ends comes near them.</summary>
    private static JudgeLimits Limits { get; } = new(WallSeconds: 5, CpuSeconds: 5, MemoryMegabytes: 128, Threads: 64, OutputKilobytes: 16);

    private static void Clean(Attack attack, string text)
    {
        foreach (var told in attack.MustNotSay)
            text.ShouldNotMatch(told);
        text.ShouldNotContain("stolen: ");
        text.ShouldNotContain("root:x:");
    }

    private static async Task<SandboxKind> BestAsync()
    {
        foreach (var (kind, examination) in Examinations)
        {
            if ((await examination).Holds)
                return kind;
        }

        return SandboxKind.None;
    }

    private static Submission Submission(Attack attack) =>
        new("mallory", Workspace.Kata(attack.Kata), [new SourceFile(Workspace.Kata(attack.Kata).Files[0], attack.Source)]);

    private static Workspace Small(Workspace workspace) => workspace with
    {
        Grading = workspace.Grading with
        {
            Limits = workspace.Grading.Limits with { WallSeconds = 5, CpuSeconds = 5, MemoryMegabytes = 128, Threads = 64 },
        },
    };
}
