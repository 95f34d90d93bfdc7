using System.CommandLine;
using Grader.Checking;
using Grader.Configuration;
using Grader.Judging;
using Grader.Records;
using Grader.Reporting;
using Grader.Verdicts;
using Grader.Watching;
using Judge;
using JudgeLimits = Judge.Protocol.JudgeLimits;

namespace Grader.Commands;

/// <summary><c>grader check [&lt;slug&gt;…]</c>: the authors' self-check of stubs, references, alternatives and faults.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Terminal terminal;
    private readonly IJudges judges;
    private readonly SharedOptions shared = new();

    private readonly Argument<string[]> slugs = new("slug")
    {
        Description = "Katas to check; all unless given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public CheckCommand(Terminal terminal, IJudges judges)
        : base("check", "Check the katas: stubs fail, references and alternatives are Accepted, every fault gets its expected verdict.")
    {
        this.terminal = terminal;
        this.judges = judges;
        Add(slugs);
        Add(shared.Seed);
        Add(shared.Schedules);
        Add(shared.Jobs);
        Add(shared.Sandbox);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = Workspace.Find(terminal.Folder, terminal.Home);
        var named = parsed.GetValue(slugs)!;
        var katas = named.Length == 0 ? workspace.Grading.Katas : [.. named.Distinct().Select(workspace.Kata)];
        var judge = await judges.FindAsync(parsed.GetValue(shared.Sandbox), cancellation);
        var settings = shared.Settings(parsed, workspace.Grading.Exploration);
        var sharing = judges.Sharing(judge, settings.Jobs);
        using var ended = sharing as IDisposable;
        var run = new GradingRun(workspace, settings with { Owner = "the authors" }, sharing);
        _ = run.Identify(katas);
        var samples = katas.SelectMany(kata => SampleFolder.Read(workspace.Root, kata)).ToList();
        IReadOnlyList<KataGrade> grades = [];
        await GradingProgress.ShowAsync(terminal, samples.Count, async told =>
            grades = await run.Pipeline.GradeAsync([.. samples.Select(sample => sample.Submission)], told, cancellation));

        // What is not as expected is seen once more by a judge of its own.
        var alone = new GradingRun(workspace, settings, judge.Judge);
        var wrong = 0;
        for (var i = 0; i < samples.Count; i++)
        {
            var grade = grades[i];
            if (Problems(samples[i], grade).Any())
                grade = (await alone.Pipeline.GradeAsync([samples[i].Submission], (_, _) => { }, cancellation))[0];
            var problems = Problems(samples[i], grade).ToList();
            wrong += problems.Count > 0 ? 1 : 0;
            await terminal.Out.WriteAsync(Lines(samples[i], grade, problems));
        }

        var (proved, disproved) = await ReplayAsync(workspace, katas, settings, cancellation);
        wrong += disproved;
        await terminal.Out.WriteLineAsync($"check: {samples.Count + proved + disproved - wrong} as expected, {wrong} disagreements");
        return wrong == 0 ? ExitStatus.Done : ExitStatus.Below;
    }

    /// <summary>Where visible tests replay recorded schedules, each must still fail the stub.</summary>
    private async Task<(int Proved, int Disproved)> ReplayAsync(
        Workspace workspace, IReadOnlyList<Kata> katas, RunSettings settings, CancellationToken cancellation)
    {
        var recorded = katas.Select(kata => (Kata: kata, Folder: new KataFolder(Path.Combine(workspace.Root, "katas", kata.Id), kata.Name)))
            .Where(kata => kata.Folder.Read().Any(file => RecordedTests.In(file.Text).Count > 0)).ToList();
        if (recorded.Count == 0)
            return (0, 0);
        var judge = judges.Practice();
        using var ended = judge as IDisposable;
        var tests = new VisibleTests(judge, settings, new JudgeLimits(WallSeconds: 60, CpuSeconds: 60));
        int proved = 0, disproved = 0;
        foreach (var (kata, folder) in recorded)
        {
            foreach (var (test, verdict) in await RecordedTests.RunAsync(tests, folder, cancellation))
            {
                var fails = !VerdictTable.CostsNothing(verdict) && verdict != Verdict.CompileError;
                proved += fails ? 1 : 0;
                disproved += fails ? 0 : 1;
                await terminal.Out.WriteLineAsync(fails
                    ? $"ok {kata.Id}/recorded/{test}: {verdict}"
                    : $"NO {kata.Id}/recorded/{test}: {verdict}; its schedule no longer fails the stub, and `grader record {kata.Id}` finds another");
            }
        }

        return (proved, disproved);
    }

    private static IEnumerable<string> Problems(Sample sample, KataGrade grade) =>
        sample.Expected is { } expected ? expected.Disagreements(grade) : [sample.Problem];

    private static string Lines(Sample sample, KataGrade grade, List<string> problems)
    {
        if (problems.Count == 0)
            return $"ok {sample.Name}: {grade.Verdict}, {grade.Score:0.##} of {grade.Kata.Points:0.##}\n";
        var text = $"NO {sample.Name}: {string.Join("; ", problems.Select(PlainText.Of))}\n";
        var told = grade.Findings.Count > 0
            ? grade.Findings.Select(finding => finding.ToString())
            : grade.Criteria.Where(criterion => criterion.Judged.Message.Length > 0)
                .Select(criterion => $"{criterion.Criterion.Id} {criterion.Verdict}: {criterion.Judged.Message}");
        return text + string.Concat(told.Select(line => PlainText.Indented(line, "     ") + "\n"));
    }
}
