using System.Globalization;
using Grader.Judging;
using Grader.Judging.Sandboxes;
using Judge;
using Judge.Protocol;

namespace Grader.Tests.Judging;

[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class JudgeLauncherTests
{
    private static readonly JudgeRequest Sleeper =
        TinySuite.Request("""[Test, Category("a")] public void One() => Thread.Sleep(Timeout.Infinite);""");

    [Test]
    public async Task A_judge_ends_when_its_parent_lets_go()
    {
        using var judge = new JudgeLauncher(Sandbox.None).Launch(Sleeper);
        await judge.Requests.WriteAsync(Frames.Encode(Sleeper));
        (await Frames.ReadAnswerAsync(judge.Answers, CancellationToken.None)).ShouldBeOfType<SuiteFound>();
        (await Frames.ReadAnswerAsync(judge.Answers, CancellationToken.None)).ShouldBeOfType<TestStarted>();

        await judge.Requests.DisposeAsync();

        (await Frames.ReadAnswerAsync(judge.Answers, CancellationToken.None)).ShouldBeNull("only its end closes its end of the pipe");
    }

    [Test]
    public async Task A_judge_that_never_gets_its_request_ends_with_its_parent_too()
    {
        using var judge = new JudgeLauncher(Sandbox.None).Launch(Sleeper);

        await judge.Requests.DisposeAsync();

        // It says that it was asked nothing, and then its end of the pipe closes.
        (await Frames.ReadAnswerAsync(judge.Answers, CancellationToken.None)).ShouldBeOfType<JudgeFinished>();
        (await Frames.ReadAnswerAsync(judge.Answers, CancellationToken.None)).ShouldBeNull();
    }

    [Test, Platform("Linux")]
    public void Judges_have_no_pipe_of_one_another()
    {
        var judges = new List<JudgeProcess>();
        try
        {
            Parallel.For(0, 4, _ =>
            {
                var judge = new JudgeLauncher(Sandbox.None).Launch(Sleeper);
                lock (judges)
                    judges.Add(judge);
            });

            foreach (var judge in judges)
            {
                var own = OwnPipes(judge.Id);
                own.Count.ShouldBe(2);
                judges.Where(other => !ReferenceEquals(other, judge)).SelectMany(other => Pipes(other.Id).Values)
                    .ShouldNotContain(pipe => own.Contains(pipe));
            }
        }
        finally
        {
            judges.ForEach(judge => judge.Dispose());
        }
    }

    [Test, Platform("Linux")]
    public async Task A_box_is_put_in_front_of_the_judge()
    {
        var judge = new ChildJudge(new JudgeLauncher(new Sandbox(SandboxKind.None, ["/usr/bin/env", "BOXED=yes"], null)), TimeProvider.System);

        var judgement = await judge.JudgeAsync(
            TinySuite.Request("""[Test, Category("a")] public void One() => Environment.GetEnvironmentVariable("BOXED").ShouldBe("yes");"""),
            CancellationToken.None);

        judgement.Of("a").Verdict.ShouldBe(Verdict.Accepted, judgement.EndingMessage + judgement.Of("a").Message);
    }

    [Test]
    public async Task A_judge_that_cannot_be_started_is_the_graders_own_fault()
    {
        var judge = new ChildJudge(new JudgeLauncher(new Sandbox(SandboxKind.None, ["/no/such/box"], null)), TimeProvider.System);

        (await judge.JudgeAsync(Sleeper, CancellationToken.None)).Ending.ShouldBe(Verdict.JudgeError);
    }

    [Test]
    public async Task Cancelling_ends_the_judge()
    {
        using var cancelled = new CancellationTokenSource();
        var judging = new ChildJudge(new JudgeLauncher(Sandbox.None), TimeProvider.System).JudgeAsync(Sleeper, cancelled.Token);

        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(judging);
    }

    /// <summary>The pipes whose descriptors are the first two arguments of the judge's command line.</summary>
    private static List<string> OwnPipes(int process)
    {
        var arguments = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/cmdline"))
            .Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var pipes = Pipes(process);
        return [pipes[arguments[^5]], pipes[arguments[^4]]];
    }

    private static Dictionary<string, string> Pipes(int process) =>
        Directory.EnumerateFiles(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/fd"))
            .Select(descriptor => (Number: Path.GetFileName(descriptor), Target: Target(descriptor)))
            .Where(entry => entry.Target.StartsWith("pipe:", StringComparison.Ordinal))
            .ToDictionary(entry => entry.Number, entry => entry.Target);

    /// <summary>A process that starts up opens and closes files all the time.</summary>
    private static string Target(string descriptor)
    {
        try
        {
            return File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.Name ?? "";
        }
        catch (FileNotFoundException)
        {
            return "";
        }
    }
}
