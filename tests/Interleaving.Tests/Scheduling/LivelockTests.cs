namespace Interleaving.Tests.Scheduling;

/// <summary>
/// A livelock goes round for ever although everybody gets turns. What only takes long is something else, and is never called one.
/// </summary>
public sealed class LivelockTests
{
    private static readonly ExplorationOptions Short = new() { MaxSteps = 5_000, Schedules = 3 };

    [TestCase("while (!Volatile.Read(ref flag)) { Thread.Yield(); }", TestName = "A spin that yields")]
    [TestCase("var spin = new SpinWait(); while (!Volatile.Read(ref flag)) spin.SpinOnce();", TestName = "A SpinWait")]
    [TestCase("while (Interlocked.CompareExchange(ref number, 2, 1) != 1) { }", TestName = "A bare loop around CompareExchange")]
    [TestCase("await t; while (!flag) { }", TestName = "A bare loop of the last one there")]
    [TestCase("while (!Volatile.Read(ref flag)) Thread.Sleep(10);", TestName = "Polling in virtual time")]
    [TestCase("while (!Volatile.Read(ref flag)) lock (gate) { }", TestName = "Looking under a lock")]
    [TestCase(
        "while (!Volatile.Read(ref flag)) { bool taken = false; Monitor.TryEnter(gate, ref taken); if (taken) Monitor.Exit(gate); }",
        TestName = "Trying a lock")]
    [TestCase("var keys = new ConcurrentDictionary<int, int>([new(1, 1)]); while (!keys.TryAdd(1, 2)) { }", TestName = "Trying to add a key that stays")]
    [TestCase("var keys = new ConcurrentDictionary<int, int>(); while (!keys.ContainsKey(1)) Thread.Yield();", TestName = "Looking for a key")]
    [TestCase("var items = new ConcurrentQueue<int>(); while (!items.TryDequeue(out var item)) { }", TestName = "Trying an empty queue")]
    [TestCase("var items = new ConcurrentBag<int>(); while (items.IsEmpty) Thread.Yield();", TestName = "Looking into an empty bag")]
    public void Waiting_for_what_nobody_does_is_a_livelock(string wait)
    {
        var exploration = Program.Explore(Program.Of($"var t = Task.Run(() => {{ }});\n{wait}\nawait t;", Members), Short);
        exploration.Failure.ShouldBe(FailureKind.Livelock, exploration.Message);
        exploration.Message.ShouldStartWith("Livelock: after ");
        exploration.Message.ShouldContain("makes no progress");
        exploration.Message.ShouldContain("Snippet.cs:");
    }

    [TestCase("await using var timer = new Timer(_ => { if (++number == 9_000) done.SetResult(); }, null, 100, 100);", TestName = "Nine thousand ticks of a timer")]
    [TestCase(
        "using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1)); _ = Beat(timer); static async Task Beat(PeriodicTimer timer) "
        + "{ while (++number < 9_000) await timer.WaitForNextTickAsync(); done.SetResult(); }",
        TestName = "Nine thousand ticks of a periodic timer")]
    public void A_wait_that_one_of_many_ticks_ends_is_none(string beats)
    {
        var exploration = Program.Explore(
            Program.Of($"{beats}\nawait done.Task;", Members + "static readonly TaskCompletionSource done = new();"),
            new ExplorationOptions { Schedules = 1 });
        exploration.Failure.ShouldBeNull(exploration.Message);
    }

    [Test]
    public void Two_who_go_out_of_each_others_way_are_named_with_their_loops()
    {
        var exploration = Program.Explore(
            Program.Of(
                """
                await Task.WhenAll(Task.Run(() => Pass(0)), Task.Run(() => Pass(1)));
                """,
                Members + """
                static int turn;
                static void Pass(int me)
                {
                    while (!Volatile.Read(ref flag))
                    {
                        if (Volatile.Read(ref turn) == me)
                            Volatile.Write(ref turn, 1 - me);
                        else
                            Thread.Yield();
                    }
                }
                """),
            Short);
        exploration.Failure.ShouldBe(FailureKind.Livelock, exploration.Message);
        exploration.Message.ShouldContain("Task.Run #1 goes round Snippet.cs:");
        exploration.Message.ShouldContain("Task.Run #2 goes round Snippet.cs:");
    }

    [TestCase("for (var i = 0; i < 1_000_000; i++) Thread.Yield();", TestName = "A loop that counts for itself")]
    [TestCase("while (Interlocked.Increment(ref number) < 1_000_000) Thread.Yield();", TestName = "A shared counter")]
    [TestCase("foreach (var i in Enumerable.Range(0, 1_000_000)) Thread.Yield();", TestName = "An enumerator")]
    [TestCase("var box = new Box(); while (box.N < 1_000_000) { box.N++; Thread.Yield(); }", TestName = "An object of its own")]
    [TestCase("while (own < 1_000_000) { own++; Thread.Yield(); }", TestName = "A field of the thread's own")]
    [TestCase(
        "var items = new Queue<int>(Enumerable.Range(0, 100_000)); while (items.Count > 0) { items.Dequeue(); Thread.Yield(); }",
        TestName = "A queue that empties")]
    [TestCase(
        "var items = new ConcurrentQueue<int>(Enumerable.Range(0, 100_000)); while (items.TryDequeue(out _)) Thread.Yield();",
        TestName = "A concurrent queue that empties")]
    [TestCase(
        "var keys = new ConcurrentDictionary<int, int>(Enumerable.Range(0, 100_000).Select(i => KeyValuePair.Create(i, i))); "
        + "while (keys.TryRemove(keys.Count - 1, out _)) Thread.Yield();",
        TestName = "A concurrent dictionary that empties")]
    [TestCase(
        "var permits = new SemaphoreSlim(1_000_000); while (permits.Wait(0)) Thread.Yield();",
        TestName = "A semaphore that empties")]
    [TestCase(
        "var start = watch.ElapsedMilliseconds; while (watch.ElapsedMilliseconds < start + 100_000_000) Thread.Sleep(1);",
        TestName = "A clock")]
    [TestCase(
        "using var timer = new Timer(_ => Volatile.Write(ref flag, true), null, 1_000_000_000, -1); while (!Volatile.Read(ref flag)) Thread.Sleep(1);",
        TestName = "A timer far away")]
    public void What_only_takes_long_is_no_livelock(string work)
    {
        var exploration = Program.Explore(Program.Of($"var t = Task.Run(() => {{ }});\n{work}\nawait t;", Members), Short);
        exploration.Failure.ShouldBe(FailureKind.StepLimit, exploration.Message);
        exploration.Message.ShouldStartWith("The test did not end within 5,000 steps.");
        exploration.Message.ShouldContain("Still running:");
    }

    [Test]
    public void Whoever_ends_once_everybody_gets_turns_has_ended()
    {
        var exploration = Program.Explore(
            Program.Of("for (var i = 0; i < 6_000; i++) Thread.Yield();", Members), Short);
        exploration.Failure.ShouldBeNull(exploration.Message);
    }

    [Test]
    public void Whoever_goes_round_alone_and_gets_somewhere_may_go_on()
    {
        var exploration = Program.Explore(
            Program.Of("while (number < 50_000) { lock (gate) number++; }", Members), Short with { Schedules = 1 });
        exploration.Failure.ShouldBeNull(exploration.Message);
    }

    [Test]
    public void A_schedule_that_ends_as_a_livelock_does_so_again()
    {
        var source = Program.Of("var t = Task.Run(() => Volatile.Read(ref flag)); while (!Volatile.Read(ref flag)) { } await t;", Members);
        var exploration = Program.Explore(source, Short);
        var again = Program.Explore(source, Short with { Schedule = exploration.Schedule });
        again.Failure.ShouldBe(FailureKind.Livelock);
        again.Message.ShouldBe(exploration.Message);
    }

    private const string Members = """
        static bool flag; static int number; static readonly object gate = new(); [ThreadStatic] static int own;
        sealed class Box { public int N; }

        """;
}
