using Grader.Judging;
using Grader.Judging.Sandboxes;
using Judge;

namespace Grader.Tests.Judging;

/// <summary>Whatever a submission does, its judge ends, and what is known by then counts.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class LimitTests
{
    [Test]
    public async Task A_busy_loop_ends_at_the_limit_of_processor_time()
    {
        var judgement = await TinySuite.JudgeAsync(
            """
            [Test, Order(1), Category("a")] public void One() => 1.ShouldBe(1);
            [Test, Order(2), Category("b")] public void Two() { while (true) { } }
            [Test, Order(3), Category("c")] public void Three() => 1.ShouldBe(1);
            """,
            TinySuite.Limits with { CpuSeconds = 1.5 });

        judgement.Ending.ShouldBe(Verdict.TimeLimit);
        judgement.Of("a").Verdict.ShouldBe(Verdict.Accepted);
        judgement.Of("b").Verdict.ShouldBe(Verdict.TimeLimit);
        judgement.Of("c").Verdict.ShouldBe(Verdict.TimeLimit);
        judgement.Of("c").Message.ShouldBe("Not tried: the process had ended before, at b. Stopped after 1.5 s of processor time.");
        judgement.Unreached.ShouldBe(["c"]);
    }

    [Test, Platform("Linux")]
    public async Task Whom_the_kernel_stops_before_the_watchdog_looks_is_told_the_same()
    {
        var request = TinySuite.Request("""[Test, Category("a")] public void One() { while (true) { } }""") with { Limits = TinySuite.Limits with { CpuSeconds = 1 } };

        var judgement = await new ChildJudge(new JudgeLauncher(Sandbox.None), new StoppedClock()).JudgeAsync(request, CancellationToken.None);

        (judgement.Ending, judgement.EndingMessage).ShouldBe((Verdict.TimeLimit, "Stopped after 1 s of processor time."));
    }

    [TestCase("public override bool Equals(object? other) { while (true) { } } public override int GetHashCode() => 0;", "new Endless().ShouldBe(new Endless());")]
    [TestCase("public override int GetHashCode() { while (true) { } }", "new System.Collections.Generic.HashSet<object>().Add(new Endless());")]
    [TestCase("public override string ToString() { while (true) { } }", "Assert.That(new Endless(), Is.Null);")]
    public async Task What_the_suite_asks_and_never_answers_ends_there_too(string member, string question)
    {
        var judgement = await TinySuite.JudgeAsync(
            $"private sealed class Endless {{ {member} }} [Test, Category(\"a\")] public void One() {{ {question} }}",
            TinySuite.Limits with { CpuSeconds = 1.5 });

        judgement.Of("a").Verdict.ShouldBe(Verdict.TimeLimit, judgement.Of("a").Message);
    }

    [Test]
    public async Task A_wait_without_end_ends_at_the_limit_of_wall_time()
    {
        var judgement = await TinySuite.JudgeAsync(
            """[Test, Category("a")] public void One() => Thread.Sleep(Timeout.Infinite);""",
            TinySuite.Limits with { WallSeconds = 1 });

        judgement.Ending.ShouldBe(Verdict.TimeLimit);
    }

    [Test]
    public async Task Managed_memory_is_limited()
    {
        var judgement = await TinySuite.JudgeAsync(
            """
            [Test, Category("a")]
            public void One()
            {
                var all = new System.Collections.Generic.List<byte[]>();
                while (true) { var block = new byte[1 << 20]; Array.Fill(block, (byte)1); all.Add(block); }
            }
            """,
            TinySuite.Limits with { MemoryMegabytes = 64 });

        judgement.Of("a").Verdict.ShouldBe(Verdict.MemoryLimit, judgement.Of("a").Message);
    }

    [Test]
    public async Task Memory_outside_of_the_heap_is_limited()
    {
        var judgement = await TinySuite.JudgeAsync(
            """
            [Test, Category("a")]
            public unsafe void One()
            {
                while (true)
                    new Span<byte>(System.Runtime.InteropServices.NativeMemory.Alloc(1 << 20), 1 << 20).Fill(1);
            }
            """,
            TinySuite.Limits with { MemoryMegabytes = 64 });

        judgement.Ending.ShouldBe(Verdict.MemoryLimit);
    }

    [Test]
    public async Task Threads_are_limited()
    {
        var judgement = await TinySuite.JudgeAsync(
            """
            [Test, Category("a")]
            public void One()
            {
                for (var i = 0; i < 100; i++)
                    new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = true }.Start();
                Thread.Sleep(Timeout.Infinite);
            }
            """,
            TinySuite.Limits with { Threads = 60 });

        judgement.Ending.ShouldBe(Verdict.Crash);
        judgement.EndingMessage.ShouldContain("60 threads");
    }

    [TestCase("Environment.Exit(0)")]
    [TestCase("Environment.FailFast(\"x\")")]
    [TestCase("System.Diagnostics.Process.GetCurrentProcess().Kill()")]
    [TestCase("new Thread(() => throw new InvalidOperationException()).Start(); Thread.Sleep(Timeout.Infinite)")]
    [TestCase("Deep(0)")]
    public async Task A_process_that_ends_before_its_last_word_is_a_crash(string act)
    {
        var judgement = await TinySuite.JudgeAsync(
            $$"""
            [Test, Order(1), Category("a")] public void One() => 1.ShouldBe(1);
            [Test, Order(2), Category("b")] public void Two() { {{act}}; }
            static int Deep(int n) => Deep(n + 1) + 1;
            """);

        judgement.Ending.ShouldBe(Verdict.Crash, judgement.EndingMessage);
        judgement.Of("a").Verdict.ShouldBe(Verdict.Accepted);
        judgement.Of("b").Verdict.ShouldBe(Verdict.Crash);
    }

    [Test]
    public async Task A_stack_overflow_is_called_by_its_name()
    {
        var judgement = await TinySuite.JudgeAsync(
            """[Test, Category("a")] public void One() => Deep(0); static int Deep(int n) => Deep(n + 1) + 1;""");

        judgement.EndingMessage.ShouldContain("stack overflow");
    }

    [Test]
    public async Task Megabytes_of_output_neither_block_nor_fill_anything()
    {
        var judgement = await TinySuite.JudgeAsync(
            """
            [Test, Category("a")]
            public void One()
            {
                var chunk = new byte[1 << 16];
                using var output = Console.OpenStandardOutput();
                using var errors = Console.OpenStandardError();
                for (var i = 0; i < 100; i++) { output.Write(chunk); errors.Write(chunk); Console.WriteLine("words"); }
            }
            """,
            TinySuite.Limits with { OutputKilobytes = 3 });

        judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage);
        judgement.Output.Length.ShouldBe(3 << 10);
        judgement.Errors.Length.ShouldBe(3 << 10);
    }

    [Test]
    public async Task A_thread_that_is_left_running_does_not_keep_the_judge_alive()
    {
        var judgement = await TinySuite.JudgeAsync(
            """[Test, Category("a")] public void One() => new Thread(() => { while (true) { } }).Start();""");

        judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage);
    }

    [Test]
    public async Task A_process_exit_handler_that_hangs_is_not_waited_for()
    {
        var judgement = await TinySuite.JudgeAsync(
            """
            [Test, Category("a")]
            public void One() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Thread.Sleep(Timeout.Infinite);
            """);

        judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage);
    }

    [Test, Platform("Linux")]
    public async Task What_a_submission_starts_dies_with_it()
    {
        var mark = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var judgement = await TinySuite.JudgeAsync(
            $$"""
            [Test, Category("a")]
            public void One()
            {
                // The shell in between ends at once, so that the sleeper is nobody's child.
                var shell = System.Diagnostics.Process.Start("/bin/sh", ["-c", "sleep 1000 & echo $! > {{mark}}"]);
                shell.WaitForExit();
            }
            """);

        judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage + judgement.Of("a").Message);
        var sleeper = (await File.ReadAllTextAsync(mark)).Trim();
        File.Delete(mark);
        // Killed is not yet gone: whoever inherits it must collect it first, and then its state is Z.
        var stat = $"/proc/{sleeper}/stat";
        (!File.Exists(stat) || (await File.ReadAllTextAsync(stat)).Contains(" Z ", StringComparison.Ordinal)).ShouldBeTrue();
    }

    /// <summary>No timer of it ever comes due, as for a watchdog that gets no processor.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
