using System.Diagnostics;
using System.Globalization;
using Grader;
using Grader.Compiling;
using Grader.Judging;
using Grader.Judging.Sandboxes;
using Grader.Records;
using Grader.Weaving;
using Judge;
using Judge.Protocol;

namespace Benchmarks;

/// <summary>
/// What each sandbox adds to judging a submission: it is judged in the box and in a plain process, in random order, and what
/// counts is the median of the differences. A plain process is a judge with nothing around it that keeps to no list of calls.
/// </summary>
internal static class SandboxCost
{
    private const int WarmUps = 5;

    public static int Run(int pairs)
    {
        var workspace = Workspace.Find(Directory.GetCurrentDirectory());
        var request = Request(workspace);
        var random = new Random(1);
        foreach (var kind in (SandboxKind[])[SandboxKind.Bubblewrap, SandboxKind.Landlock])
        {
            try
            {
                Print(kind, Pairs(Sandbox.Of(kind), request, random, pairs));
            }
            catch (SandboxMissingException e)
            {
                Console.WriteLine($"{kind}: {e.Message}");
            }
        }

        return 0;
    }

    private static List<(double Boxed, double Plain)> Pairs(Sandbox sandbox, JudgeRequest request, Random random, int pairs)
    {
        var times = new List<(double, double)>();
        for (var i = 0; i < WarmUps + pairs; i++)
        {
            var boxedFirst = random.Next(2) == 0;
            var first = Time(boxedFirst ? sandbox : Sandbox.None, request);
            var second = Time(boxedFirst ? Sandbox.None : sandbox, request);
            if (i >= WarmUps)
                times.Add(boxedFirst ? (first, second) : (second, first));
        }

        return times;
    }

    private static double Time(Sandbox sandbox, JudgeRequest request)
    {
        var judge = new ChildJudge(new JudgeLauncher(sandbox), TimeProvider.System);
        var start = Stopwatch.GetTimestamp();
        var judgement = judge.JudgeAsync(request, CancellationToken.None).GetAwaiter().GetResult();
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return judgement.Ending == Verdict.Accepted && judgement.Criteria.All(criterion => criterion.Verdict == Verdict.Accepted)
            ? time
            : throw new InvalidOperationException($"{sandbox.Kind}: {judgement.Ending} {judgement.EndingMessage}");
    }

    private static void Print(SandboxKind kind, List<(double Boxed, double Plain)> times)
    {
        var added = times.Select(pair => pair.Boxed - pair.Plain).Order().ToList();
        var plain = times.Select(pair => pair.Plain).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind}: adds {added[added.Count / 2]:0.0} ms (half of {added.Count} pairs within {added[added.Count / 4]:0.0} to {added[added.Count * 3 / 4]:0.0}) to {plain[plain.Count / 2]:0} ms"));
    }

    /// <summary>The reference of lost-update under a few schedules: little work, so that the start counts.</summary>
    private static JudgeRequest Request(Workspace workspace)
    {
        var kata = workspace.Kata("lost-update");
        var suite = new SuiteStore(workspace.Suites).Of(kata);
        var text = File.ReadAllText(Path.Combine(workspace.Root, "solutions", kata.Id, kata.Files[0]));
        var compilation = new Compiler(workspace.References).Compile(kata.Name, [new SourceFile(kata.Files[0], text)]);
        return new JudgeRequest
        {
            Suite = suite.Plain.Name,
            Woven = [Instrument.Submission(compilation.Debug!, suite.NextSite).Assembly!, suite.Woven],
            Exploration = new ExplorationBudget(5, 1),
        };
    }
}
