using Benchmarks;

namespace Interleaving.Tests.Models;

/// <summary>Parts of the platform that few programs use: right uses hold in every schedule, wrong ones are caught.</summary>
public sealed class CoverageTests
{
    /// <summary>In one line, as the place that is told counts lines.</summary>
    private const string OwnScheduler =
        "class S : TaskScheduler { protected override void QueueTask(Task t) => TryExecuteTask(t); "
        + "protected override bool TryExecuteTaskInline(Task t, bool q) => false; protected override IEnumerable<Task> GetScheduledTasks() => []; } ";

    [TestCase("public void Run() { var m = new Mutex(); var t = new Thread(() => m.WaitOne()); t.Start(); t.Join(); Throws<AbandonedMutexException>(() => m.WaitOne()); m.ReleaseMutex(); }", TestName = "AbandonedMutex")]
    [TestCase("public void Run() { var w = Stopwatch.StartNew(); while (w.ElapsedMilliseconds < 5) { } }", TestName = "busy wait on the clock")]
    [TestCase("public void Run() { var end = DateTime.UtcNow.AddMilliseconds(5); while (DateTime.UtcNow < end) { } }", TestName = "busy wait until")]
    [TestCase("static class S { public static int X = Task.Run(() => 1).Result; } public void Run() { Parallel.Invoke(() => Check(S.X == 1), () => Check(S.X == 1)); }", TestName = "static initialiser that runs a task")]
    [TestCase("public void Run() { var done = 0; var t = Task.Run(() => { done = 1; }); Action wait = t.GetAwaiter().GetResult; wait(); Check(done == 1); }", TestName = "delegate over an awaiter")]
    public void Holds(string members) => Woven.ShouldHold(members, new ExplorationOptions { Schedules = 50 });

    [TestCase(typeof(Corpus.RareContainers), nameof(Corpus.RareContainers.Immutable_ones_that_are_replaced_atomically))]
    [TestCase(typeof(Corpus.RareContainers), nameof(Corpus.RareContainers.Any_of_two_blocking_collections))]
    [TestCase(typeof(Corpus.RareContainers), nameof(Corpus.RareContainers.A_channel_with_priorities))]
    [TestCase(typeof(Corpus.RareContainers), nameof(Corpus.RareContainers.A_lazy_value_in_each_mode_for_threads))]
    [TestCase(typeof(Corpus.RareContainers), nameof(Corpus.RareContainers.A_variable_that_is_initialised_lazily))]
    [TestCase(typeof(Corpus.Reports), nameof(Corpus.Reports.Two_are_counted))]
    [TestCase(typeof(Corpus.Reports), nameof(Corpus.Reports.Two_to_an_object_of_ones_own))]
    [TestCase(typeof(Corpus.Reports), nameof(Corpus.Reports.One_to_an_event))]
    [TestCase(typeof(Corpus.Awaitables), nameof(Corpus.Awaitables.A_sequence_with_a_token))]
    [TestCase(typeof(Corpus.Awaitables), nameof(Corpus.Awaitables.A_sequence_and_a_disposable_that_are_configured))]
    [TestCase(typeof(Corpus.Awaitables), nameof(Corpus.Awaitables.A_struct_of_ones_own_that_goes_on_in_a_task))]
    [TestCase(typeof(Corpus.Awaitables), nameof(Corpus.Awaitables.An_object_of_ones_own_that_goes_on_in_a_thread))]
    [TestCase(typeof(Corpus.Signals), nameof(Corpus.Signals.One_set_while_another_is_waited_for))]
    [TestCase(typeof(Corpus.Signals), nameof(Corpus.Signals.One_that_the_pool_waits_for))]
    [TestCase(typeof(Corpus.Signals), nameof(Corpus.Signals.One_that_the_pool_waits_for_in_vain))]
    [TestCase(typeof(Corpus.Signals), nameof(Corpus.Signals.Three_ticks_of_a_timer))]
    [TestCase(typeof(Corpus.Signals), nameof(Corpus.Signals.A_long_computation_that_reads_the_clock))]
    [TestCase(typeof(Corpus.Signals), nameof(Corpus.Signals.Two_computations_that_read_the_clock_beside_a_delay))]
    public void A_program_of_the_corpus_holds(Type type, string program) =>
        Woven.ShouldHold(CorpusProgram.Of(type, program), new ExplorationOptions { Schedules = 50 });

    /// <summary>Each level takes stack, and the platform's own have enough: so must these, in which the engine takes part.</summary>
    [TestCase(nameof(Corpus.LongChains.Of_ten_thousand_tasks))]
    [TestCase(nameof(Corpus.LongChains.Of_three_thousand_calls))]
    [TestCase(nameof(Corpus.LongChains.Of_a_thousand_promises_that_complete_the_next))]
    public void A_long_chain_holds(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.LongChains), program), new ExplorationOptions { Schedules = 1 });

    [TestCase("public async Task Run() { var seen = 0; IProgress<int> p = new Progress<int>(x => Interlocked.Increment(ref seen)); p.Report(1); await Task.Yield(); Check(Volatile.Read(ref seen) == 1); }", TestName = "Progress not awaited")]
    public void Fails(string members) => Woven.ShouldFail(members, FailureKind.Assertion);

    [TestCase(typeof(Corpus.RareContainers), nameof(Corpus.RareContainers.An_immutable_one_that_is_replaced_only_if_its_count_is_as_before))]
    [TestCase(typeof(Corpus.Reports), nameof(Corpus.Reports.Two_are_expected_in_their_order))]
    public void A_program_of_the_corpus_fails(Type type, string program) =>
        Woven.ShouldFail(CorpusProgram.Of(type, program), FailureKind.Assertion);

    [TestCase("public async Task Run() { var seen = 0; IProgress<int> p = new Progress<int>(x => seen++); p.Report(1); p.Report(2); await Task.Delay(10); }", TestName = "Progress race")]
    public void Is_a_data_race(string members) => Woven.ShouldFail(members, FailureKind.DataRace);

    [TestCase("static class S { public static int X = Make(); static int Make() { var t = Task.Run(() => Y); t.Wait(); return 1; } public static int Y = 2; static S() { } } public void Run() { Check(S.X == 1); }", TestName = "static initialiser that waits for another task")]
    public void Is_a_deadlock(string members) =>
        Woven.ShouldFail(members, FailureKind.Deadlock).Message.ShouldContain("the type initialiser of");

    [TestCase(nameof(Corpus.TypeInitialisers.An_initialiser_with_a_lock_that_its_user_holds))]
    public void A_program_of_the_corpus_is_a_deadlock(string program) =>
        Woven.ShouldFail(CorpusProgram.Of(typeof(Corpus.TypeInitialisers), program), FailureKind.Deadlock).Message.ShouldContain("the type initialiser of");

    [TestCase("dynamic d = new List<int>(); d.Add(1);", "Microsoft.CSharp.RuntimeBinder.Binder.InvokeMember")]
    [TestCase("new FileSystemWatcher();", "new System.IO.FileSystemWatcher")]
    [TestCase("new Mutex(false, \"everybody's\");", "new System.Threading.Mutex")]
    [TestCase("TaskScheduler.UnobservedTaskException += (_, _) => { };", "System.Threading.Tasks.TaskScheduler.add_UnobservedTaskException")]
    [TestCase("Func<int> wait = Task.FromResult(1).GetAwaiter().GetResult;", "System.Runtime.CompilerServices.TaskAwaiter.GetResult")]
    public void Is_refused_by_name(string statement, string api) =>
        Snippet.Weave("static class P { static void Run() { " + statement + " } }").Unsupported.Select(found => found.Api).ShouldContain(api);

    [TestCase(OwnScheduler + "public void Run() => Parallel.For(0, 2, new ParallelOptions { TaskScheduler = new S() }, _ => { });", "unsupported: a TaskScheduler of the program's own in ParallelOptions at Snippet.cs:12")]
    [TestCase(OwnScheduler + "public void Run() => new ConcurrentExclusiveSchedulerPair(new S());", "unsupported: a TaskScheduler of the program's own beneath a ConcurrentExclusiveSchedulerPair at Snippet.cs:12")]
    public void Is_refused_when_it_gets_there(string members, string message) =>
        Woven.ShouldFail(members, FailureKind.Unsupported).Message.ShouldStartWith(message);

    [Test]
    public void A_deadlock_of_async_methods_says_who_awaits_what()
    {
        var message = Woven.ShouldFail("""
            TaskCompletionSource a = new(), b = new();
            async Task First() { await a.Task; b.SetResult(); }
            async Task Second() { await b.Task; a.SetResult(); }
            async Task Both() { await First(); }
            public async Task Run() { var second = Second(); await Both(); await second; }
            """, FailureKind.Deadlock).Message;
        message.ShouldContain("P.First awaits a task that nobody completes at Snippet.cs:13");
        message.ShouldContain("P.Second awaits a task that nobody completes at Snippet.cs:14");
        message.ShouldContain("P.Both awaits P.First at Snippet.cs:15");
        message.ShouldContain("P.Run awaits P.Both at Snippet.cs:16");
    }

    [Test]
    public void A_deadlock_on_an_async_lock_names_it() => Woven.ShouldFail("""
        public async Task Run() { var gate = new SemaphoreSlim(1); await gate.WaitAsync(); await gate.WaitAsync(); }
        """, FailureKind.Deadlock).Message.ShouldContain("P.Run awaits gate at Snippet.cs:12");
}
