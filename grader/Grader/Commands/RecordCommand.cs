using System.CommandLine;
using Grader.Checking;
using Grader.Configuration;
using Grader.Judging;
using Grader.Watching;
using Judge;
using Judge.Protocol;
using Judge.Suites;

namespace Grader.Commands;

/// <summary><c>grader record &lt;slug&gt;</c>: finds schedules under which the stub fails anew, and writes them into its recorded tests.</summary>
internal sealed class RecordCommand : Command
{
    private readonly Terminal terminal;
    private readonly IJudges judges;
    private readonly SharedOptions shared = new();
    private readonly Argument<string> slug = new("slug") { Description = "A kata with tests that replay a schedule, for example heisenbug." };

    public RecordCommand(Terminal terminal, IJudges judges)
        : base("record", "Re-record the schedules that a kata's visible tests replay, after a change of its stub or of the engine.")
    {
        this.terminal = terminal;
        this.judges = judges;
        Add(slug);
        Add(shared.Seed);
        Add(shared.Schedules);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = Workspace.Find(terminal.Folder, terminal.Home);
        var id = workspace.Kata(parsed.GetValue(slug)!).Id;
        var kata = KataFolder.Open(Path.Combine(workspace.Root, "katas", id), $"katas/{id}");
        var files = kata.Read().Where(file => RecordedTests.In(file.Text).Count > 0).ToList();
        if (files.Count == 0)
            throw new WrongUseException($"katas/{id} has no test with a recorded schedule: [Interleaved(Schedule = \"-\")] marks one");
        var judge = judges.Practice();
        using var ended = judge as IDisposable;
        var tests = new VisibleTests(judge, shared.Settings(parsed, new Exploration(200, 1)), new JudgeLimits(WallSeconds: 60, CpuSeconds: 60));
        var outcome = await tests.RunAsync(kata, file => file with { Text = RecordedTests.Exploring(file.Text) }, cancellation);
        if (outcome.Problems.Count > 0)
            throw new WrongUseException($"katas/{id} does not compile: {outcome.Problems[0].Message}");

        // A report's schedule begins with the number of its test, which the attribute has no use for.
        var failed = outcome.Judgement!.Criteria.Where(test => test.Verdict != Verdict.Accepted && test.Schedule.Length > 0)
            .ToDictionary(test => test.Id, test => TestSchedule.Parse(test.Schedule).Schedule);
        foreach (var file in files)
            await File.WriteAllTextAsync(file.Name, RecordedTests.With(file.Text, failed), cancellation);
        var missing = 0;
        foreach (var (test, _) in files.SelectMany(file => RecordedTests.In(file.Text)))
        {
            missing += failed.ContainsKey(test) ? 0 : 1;
            await terminal.Out.WriteLineAsync(failed.TryGetValue(test, out var schedule) ? $"{test}: {schedule}" : $"{test}: the stub passes it, in every schedule tried");
        }

        return missing == 0 ? ExitStatus.Done : ExitStatus.Below;
    }
}
