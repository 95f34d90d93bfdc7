namespace Interleaving.Tests.Scheduling;

/// <summary>
/// An async method that goes round and gives its thread back in each round: told from slow progress, and no hindrance to time,
/// just as a loop that spins on its thread.
/// </summary>
public sealed class AsyncSpinTests
{
    private static readonly ExplorationOptions Few = new() { Schedules = 3 };

    private static readonly string[] Waits =
    [
        "while (!Volatile.Read(ref flag)) await Task.Yield();",
        "while (!Volatile.Read(ref flag)) await Pause();",
        "while (!Volatile.Read(ref flag)) await Pause().ConfigureAwait(false);",
        "while (!Volatile.Read(ref flag)) await Task.Run(() => { });",
        "while (!Volatile.Read(ref flag)) await Task.Delay(0);",
        "while (!Volatile.Read(ref flag)) await Task.CompletedTask;",
        "while (true) { lock (gate) { if (flag) break; } await Task.Yield(); }",
        "do { await Task.Yield(); } while (Interlocked.CompareExchange(ref number, 1, 1) != 1);",
        "await Until(() => Volatile.Read(ref flag));",
    ];

    [TestCaseSource(nameof(Waits))]
    public void Waiting_for_what_nobody_does_is_a_livelock(string wait) => IsLivelock(wait);

    [TestCaseSource(nameof(Waits))]
    public void So_it_is_on_the_pool_beside_another(string wait) =>
        IsLivelock($"await Task.WhenAll(Task.Run(async () => {{ {wait} }}), Task.Run(async () => {{ {wait} }}));");

    [Test]
    public void Two_who_wait_for_each_other_are_a_livelock_and_both_are_named()
    {
        var exploration = IsLivelock(
            """
            await Task.WhenAll(Left(), Right());
            """,
            """
            static bool left; static bool right;
            static async Task Left() { while (!Volatile.Read(ref right)) await Task.Yield(); Volatile.Write(ref left, true); }
            static async Task Right() { while (!Volatile.Read(ref left)) await Task.Yield(); Volatile.Write(ref right, true); }
            """);
        exploration.Message.ShouldContain("P.Left goes round Snippet.cs:");
        exploration.Message.ShouldContain("P.Right goes round Snippet.cs:");
    }

    [TestCaseSource(nameof(Waits))]
    public void Waiting_for_what_another_does_later_is_accepted(string wait)
    {
        Accepts($"var t = Task.Run(() => Set()); {wait} await t;");
        Accepts($"var t = Task.Run(async () => {{ await Task.Delay(1_000); await Task.Yield(); await Task.Delay(1_000); Set(); }}); {wait} await t;");
        Accepts($"using var timer = new Timer(_ => Set(), null, 3_600_000, -1); await Task.WhenAll(Task.Run(async () => {{ {wait} }}), Task.Run(async () => {{ {wait} }}));");
    }

    [TestCase("while (!token.IsCancellationRequested) await Task.Yield();")]
    [TestCase("try { while (true) { token.ThrowIfCancellationRequested(); await Task.Yield(); } } catch (OperationCanceledException) { }")]
    public void Waiting_for_a_token_ends_at_its_time(string wait) =>
        Accepts(
            $"using var source = new CancellationTokenSource(5_000); var token = source.Token; {wait} "
            + "Check.That(watch.ElapsedMilliseconds == 5_000, $\"{watch.ElapsedMilliseconds}\");");

    [TestCase("var n = 0; while (n < 4_000) { n++; await Task.Yield(); }", TestName = "A loop that counts for itself")]
    [TestCase("for (var i = 0; i < 4_000; i++) await Pause();", TestName = "A loop that counts and calls")]
    [TestCase("while (number < 4_000) { number++; await Task.Yield(); }", TestName = "A shared counter")]
    [TestCase("foreach (var i in Enumerable.Range(0, 4_000)) await Task.Yield();", TestName = "An enumerator")]
    [TestCase("var box = new Box(); while (box.N < 4_000) { box.N++; await Task.Yield(); }", TestName = "An object of its own")]
    [TestCase(
        "var items = new Queue<int>(Enumerable.Range(0, 4_000)); while (items.Count > 0) { items.Dequeue(); await Task.Yield(); }",
        TestName = "A queue that empties")]
    [TestCase(
        "var items = new ConcurrentQueue<int>(Enumerable.Range(0, 4_000)); while (items.TryDequeue(out _)) await Task.Yield();",
        TestName = "A concurrent queue that empties")]
    [TestCase(
        "var t = Task.Run(async () => { for (var i = 0; i < 4_000; i++) await Task.Yield(); Set(); }); while (!Volatile.Read(ref flag)) await Task.Yield(); await t;",
        TestName = "One who waits for another that counts")]
    [TestCase("Loop.Run(async () => { for (var i = 0; i < 4_000; i++) await Task.Yield(); });", TestName = "One who counts in a message loop")]
    public void What_only_takes_long_is_no_livelock(string work) => Accepts(work);

    [Test]
    public void Time_stands_still_while_somebody_gets_somewhere() =>
        Accepts(
            """
            var late = Task.Delay(1);
            var t = Task.Run(async () => { for (var i = 0; i < 3_000; i++) await Task.Yield(); Set(); });
            while (!Volatile.Read(ref flag)) await Task.Yield();
            Check.That(!late.IsCompleted, "time moved");
            await t;
            """);

    /// <summary>Each round is a new operation: who goes by their numbers never comes back to the one that is to give the slot back.</summary>
    [Test]
    public void Who_spins_for_a_slot_leaves_a_turn_to_whoever_gives_it_back([Values] Strategy strategy)
    {
        var exploration = Program.Explore(
            Program.Of(
                """
                var taken = 0;
                await Task.WhenAll(One(100), One(300), One(200), One(100));
                Check.That(watch.ElapsedMilliseconds == 700, $"{watch.ElapsedMilliseconds}");

                async Task One(int duration)
                {
                    while (Interlocked.CompareExchange(ref taken, 1, 0) != 0) await Task.Yield();
                    await Task.Delay(duration);
                    Interlocked.Decrement(ref taken);
                }
                """,
                Members),
            new ExplorationOptions { Strategy = strategy, Schedules = 20 });
        exploration.Failure.ShouldBeNull(exploration.Message);
    }

    [Test]
    public void In_a_message_loop_time_moves_too() =>
        Accepts(
            """
            Loop.Run(async () =>
            {
                using var timer = new Timer(_ => Set(), null, 1_000, -1);
                while (!Volatile.Read(ref flag)) await Task.Yield();
                Check.That(watch.ElapsedMilliseconds == 1_000, "early");
            });
            """);

    [Test]
    public void In_a_message_loop_a_wait_without_end_does_end() =>
        Ends("Loop.Run(async () => { while (!Volatile.Read(ref flag)) await Task.Yield(); });");

    [Test]
    public void Polling_in_virtual_time_without_end_is_a_livelock() =>
        Program.Explore(Program.Of("while (!Volatile.Read(ref flag)) await Task.Delay(10);", Members), Few with { MaxSteps = 5_000 })
            .Failure.ShouldBe(FailureKind.Livelock);

    [Test]
    public void A_schedule_that_ends_as_a_livelock_does_so_again()
    {
        var source = Program.Of(
            "var t = Task.Run(() => Volatile.Read(ref flag)); while (!Volatile.Read(ref flag)) await Task.Yield(); await t;", Members);
        var exploration = Program.Explore(source, Few);
        var again = Program.Explore(source, Few with { Schedule = exploration.Schedule });
        again.Failure.ShouldBe(FailureKind.Livelock);
        again.Message.ShouldBe(exploration.Message);
    }

    private static Exploration IsLivelock(string statements, string members = "")
    {
        var exploration = Program.Explore(Program.Of(statements, Members + members), Few);
        exploration.Failure.ShouldBe(FailureKind.Livelock, exploration.Message);
        exploration.Message.ShouldContain("goes round Snippet.cs:");
        return exploration;
    }

    private static void Ends(string statements)
    {
        var exploration = Program.Explore(Program.Of(statements, Members), Few);
        exploration.Failure.ShouldBeOneOf(FailureKind.Livelock, FailureKind.StepLimit);
    }

    private static void Accepts(string statements)
    {
        var exploration = Program.Explore(Program.Of(statements, Members), Few);
        exploration.Failure.ShouldBeNull($"{statements}\n{exploration.Message}");
    }

    private const string Members = """
        static bool flag; static int number; static readonly object gate = new();
        static void Set() { lock (gate) Volatile.Write(ref flag, true); Volatile.Write(ref number, 1); }
        static async Task Pause() => await Task.Yield();
        static async Task Until(Func<bool> holds) { while (!holds()) await Task.Yield(); }
        sealed class Box { public int N; }
        sealed class Loop : SynchronizationContext
        {
            readonly BlockingCollection<Action> queue = new();
            public override void Post(SendOrPostCallback d, object state) => queue.Add(() => d(state));
            public static void Run(Func<Task> body)
            {
                var loop = new Loop();
                SynchronizationContext.SetSynchronizationContext(loop);
                var task = body();
                task.ContinueWith(_ => loop.queue.CompleteAdding(), TaskScheduler.Default);
                foreach (var action in loop.queue.GetConsumingEnumerable()) action();
                SynchronizationContext.SetSynchronizationContext(null);
                task.GetAwaiter().GetResult();
            }
        }

        """;
}
