namespace Interleaving.Tests.Modelled;

public sealed class TaskTests
{
    [Test]
    public void Three_delays_gathered_take_as_long_as_the_longest() => Program.Accepts("""
        async Task<int> Fetch(int id, int seconds) { await Task.Delay(seconds * 1000); return id; }
        var all = await Task.WhenAll(Fetch(1, 2), Fetch(2, 1), Fetch(3, 3));
        Check.That(all is [1, 2, 3], "order");
        Check.That(watch.Elapsed == TimeSpan.FromSeconds(3), "took " + watch.Elapsed);
        """);

    [Test]
    public void Three_delays_one_after_the_other_take_their_sum() => Program.Accepts("""
        await Task.Delay(2000); await Task.Delay(1000); await Task.Delay(3000).ConfigureAwait(false);
        Check.That(watch.Elapsed == TimeSpan.FromSeconds(6), "took " + watch.Elapsed);
        """);

    [Test]
    public void Tasks_created_first_and_awaited_later_overlap() => Program.Accepts("""
        async Task Fetch(int seconds) => await Task.Delay(TimeSpan.FromSeconds(seconds));
        Task a = Fetch(2), b = Fetch(3), c = Fetch(1);
        await a; await b; await c;
        Check.That(watch.Elapsed == TimeSpan.FromSeconds(3), "took " + watch.Elapsed);
        """);

    [Test]
    public void A_race_across_an_await_is_found()
    {
        var found = Program.Catches(FailureKind.DataRace, """
            await Task.WhenAll(Deposit(100), Deposit(50));
            Check.That(balance == 150, "lost");
            """, """
            static int balance;
            static async Task Deposit(int amount) { var read = balance; await Task.Delay(100); balance = read + amount; }
            """);
        found.Message.ShouldContain("P.balance at Snippet.cs:17");
    }

    [Test]
    public void A_race_of_two_tasks_on_a_static_field_is_a_data_race() => Program.Catches(FailureKind.DataRace, """
        await Task.WhenAll(Task.Run(() => count++), Task.Run(() => count++));
        """, "static int count;");

    [Test]
    public void A_race_on_an_array_element_is_a_data_race() => Program.Catches(FailureKind.DataRace, """
        var counts = new int[1];
        await Task.WhenAll(Task.Run(() => counts[0]++), Task.Run(() => counts[0]++));
        """);

    [Test]
    public void A_race_in_an_async_body_is_a_data_race() => Program.Catches(FailureKind.DataRace, """
        var box = new int[1]; var total = 0;
        async Task Add() { await Task.Yield(); total += 1; }
        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        """);

    [Test]
    public void A_race_on_a_list_is_a_data_race() => Program.Catches(FailureKind.DataRace, """
        var list = new List<int>();
        await Task.WhenAll(Task.Run(() => list.Add(1)), Task.Run(() => list.Add(2)));
        """);

    [Test]
    public void What_a_task_did_is_visible_to_whoever_awaits_it() => Program.Accepts("""
        var value = 0;
        await Task.Run(() => value = 1);
        Check.That(value == 1, "value");
        var result = await Task.Run(async () => { value = 2; await Task.Delay(5); value = 3; return value; });
        Check.That(result == 3 && value == 3, "nested");
        var t = Task.Run(() => value = 4);
        t.Wait();
        Check.That(value == 4, "wait");
        await Task.Run(() => { }).ContinueWith(_ => value = 5);
        Check.That(value == 5, "continue");
        """);

    [Test]
    public void What_the_parts_did_is_visible_after_the_whole() => Program.Accepts("""
        int a = 0, b = 0;
        var all = Task.WhenAll(Task.Run(() => a = 1), Task.Run(async () => { await Task.Delay(10); b = 2; }));
        await Task.Delay(1000);
        Check.That(all.IsCompletedSuccessfully, "all done");
        Check.That(a + b == 3, "sum");
        var first = await Task.WhenAny(Task.Run(() => 7), Task.Delay(1000).ContinueWith(_ => 8));
        Check.That(await first == 7, "first");
        """);

    [Test]
    public void Blocking_waits_work_under_control() => Program.Accepts("""
        var t = Task.Run(async () => { await Task.Delay(50); return 5; });
        Check.That(t.Result == 5, "result");
        Check.That(Task.Run(() => 6).GetAwaiter().GetResult() == 6, "awaiter");
        Task.WaitAll(Task.Delay(10), Task.Delay(20));
        Check.That(watch.ElapsedMilliseconds == 70, "took " + watch.ElapsedMilliseconds);
        Check.That(!Task.Delay(100).Wait(30), "timeout");
        Check.That(Task.WaitAny(Task.Delay(100), Task.Delay(5)) == 1, "any");
        """);

    [Test]
    public void Exceptions_come_out_where_the_platform_lets_them_out() => Program.Accepts("""
        async Task Fail() { await Task.Yield(); throw new ArgumentException("x"); }
        try { await Fail(); Check.That(false, "no throw"); } catch (ArgumentException) { }
        try { Fail().Wait(); Check.That(false, "no throw"); } catch (AggregateException e) { Check.That(e.InnerException is ArgumentException, "inner"); }
        var all = Task.WhenAll(Fail(), Fail());
        try { await all; } catch (ArgumentException) { }
        Check.That(all.Exception!.InnerExceptions.Count == 2, "both");
        using var source = new CancellationTokenSource();
        source.Cancel();
        try { await Task.Delay(10, source.Token); Check.That(false, "no cancel"); } catch (TaskCanceledException) { }
        """);

    [Test]
    public void A_cancelled_delay_ends_at_the_instant_of_the_request() => Program.Accepts("""
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try { await Task.Delay(10_000, source.Token); Check.That(false, "no cancel"); } catch (OperationCanceledException) { }
        Check.That(watch.Elapsed == TimeSpan.FromSeconds(2), "took " + watch.Elapsed);
        """);

    [Test]
    public void Completing_a_task_by_hand_runs_the_continuation_inside_the_call() => Program.Accepts("""
        var source = new TaskCompletionSource<int>();
        var log = new List<string>();
        async Task Await() { await source.Task; log.Add("continued"); }
        var t = Await();
        source.SetResult(1);
        log.Add("set");
        await t;
        Check.That(log is ["continued", "set"], string.Join(",", log));
        """);

    [Test]
    public void Tasks_come_in_order_of_completion_from_WhenEach() => Program.Accepts("""
        async Task<int> After(int ms) { await Task.Delay(ms); return ms; }
        var seen = new List<int>();
        await foreach (var t in Task.WhenEach(After(30), After(10), After(20))) seen.Add(await t);
        Check.That(seen is [10, 20, 30], string.Join(",", seen));
        """);

    [Test]
    public void Async_streams_work_under_control() => Program.Accepts("""
        async IAsyncEnumerable<int> Count(int n) { for (var i = 0; i < n; i++) { await Task.Delay(10); yield return i; } }
        var sum = 0;
        await foreach (var i in Count(4)) sum += i;
        Check.That(sum == 6, "sum");
        Check.That(watch.ElapsedMilliseconds == 40, "took " + watch.ElapsedMilliseconds);
        """);

    [Test]
    public void ValueTasks_work_under_control() => Program.Accepts("""
        async ValueTask<int> Get(int ms) { if (ms > 0) await Task.Delay(ms); return ms; }
        Check.That(await Get(0) == 0 && await Get(5) == 5, "values");
        Check.That(await Get(7).ConfigureAwait(false) == 7, "configured");
        Check.That(await Get(7).AsTask() == 7, "task");
        """);

    [Test]
    public void A_task_nobody_completes_is_a_deadlock_that_says_who_waits() =>
        Program.Catches(FailureKind.Deadlock, "await new TaskCompletionSource().Task;").Message.ShouldContain("Deadlock");

    [Test]
    public void An_async_void_method_that_throws_ends_the_process() => Program.Catches(FailureKind.UnhandledException, """
        async void Fire() { await Task.Delay(1); throw new InvalidOperationException("boom"); }
        Fire();
        await Task.Delay(10);
        """).Message.ShouldContain("async void");

    [Test]
    public void A_spin_on_a_flag_that_somebody_sets_ends() => Program.Accepts("""
        var t = Task.Run(() => Volatile.Write(ref flag, true));
        while (!Volatile.Read(ref flag)) { }
        await t;
        """, "static bool flag;");

    [Test]
    public void A_spin_on_a_flag_that_nobody_sets_is_a_livelock() => Program.Catches(FailureKind.Livelock, """
        var t = Task.Run(() => { });
        while (!Volatile.Read(ref flag)) { Thread.Yield(); }
        await t;
        """, "static bool flag;");

    [Test]
    public void An_endless_background_loop_behind_a_deadlock_does_not_end()
    {
        var exploration = Program.Explore(
            Program.Of("""
                async Task Beat() { while (true) { await Task.Delay(1000); beats++; } }
                _ = Beat();
                await new TaskCompletionSource().Task;
                """, "static int beats;"),
            new ExplorationOptions { MaxSteps = 20_000 });
        exploration.Failure.ShouldBe(FailureKind.StepLimit);
        exploration.Message.ShouldContain("P.Run awaits");
    }

    [Test]
    public void Operations_one_after_the_other_share_a_component_of_the_clocks() => Program.Accepts("""
        for (var i = 0; i < 500; i++) { await Task.Run(() => count++); await Task.Delay(1); count++; }
        Check.That(count == 1000, "count");
        """, "static int count;");

    [Test]
    public void What_is_made_of_sources_that_continue_asynchronously_stays_under_control() => Program.Accepts("""
        TaskCompletionSource<int> first = Late(), second = Late(), third = Late(), inner = Late();
        var values = new int[4];
        var all = Task.WhenAll(first.Task, second.Task);
        var any = Task.WhenAny(third.Task, Task.Delay(1000));
        var unwrapped = Task.Run(() => inner.Task);
        await Task.WhenAll(
            Task.Run(() => { values[0] = 1; first.SetResult(1); }),
            Task.Run(() => { values[1] = 2; second.SetResult(2); }),
            Task.Run(() => { values[2] = 3; third.SetResult(3); }),
            Task.Run(() => { values[3] = 4; inner.SetResult(4); }));
        Check.That(await all is [1, 2] && values[0] == 1 && values[1] == 2, "all");
        Check.That(await any == third.Task && values[2] == 3, "any");
        Check.That(await unwrapped == 4 && values[3] == 4, "unwrapped");
        """, Sources);

    [Test]
    public void Failures_and_cancellations_pass_through_such_sources() => Program.Accepts("""
        TaskCompletionSource<int> failed = Late(), cancelled = Late();
        var both = Task.WhenAll(failed.Task, cancelled.Task);
        var inner = Task.Factory.StartNew(() => cancelled.Task).Unwrap();
        _ = Task.Run(() => { failed.SetException(new FormatException()); cancelled.SetCanceled(new CancellationToken(true)); });
        try { await both; Check.That(false, "both"); } catch (FormatException) { }
        try { await inner; Check.That(false, "inner"); } catch (OperationCanceledException) { }
        Check.That(both.IsFaulted && inner.IsCanceled, "states");
        """, Sources);

    [Test]
    public void What_such_a_source_continues_does_not_run_inside_of_the_lock_that_completed_it() => Program.Accepts("""
        var gate = new object();
        var source = Late();
        var waiter = Task.Run(async () => { await Task.WhenAll(source.Task); await Task.Run(() => { lock (gate) { } }); });
        await Task.Run(() => { lock (gate) { source.SetResult(1); } });
        await waiter;
        """, Sources);

    [Test]
    public void A_race_past_such_a_source_is_found() => Program.Catches(FailureKind.DataRace, """
        var value = 0;
        var source = Late();
        var all = Task.WhenAll(source.Task);
        var writer = Task.Run(() => { source.SetResult(1); value = 1; });
        await all;
        value++;
        await writer;
        """, Sources);

    [Test]
    public void Delegates_that_the_compiler_keeps_in_a_closure_are_nobodys_race() => Program.Accepts("""
        var total = 0;
        Func<int, int> add = x => Enumerable.Range(0, 2).Select(i => i + x).Sum(i => Interlocked.Add(ref total, i));
        await Task.WhenAll(Task.Run(() => add(1)), Task.Run(() => add(2)));
        Check.That(total == 8, "total");
        """);

    [Test]
    public void A_synchronized_method_holds_the_lock_of_its_instance() => Program.Accepts("""
        var account = new Account();
        await Task.WhenAll(Task.Run(() => account.Deposit(1)), Task.Run(() => account.Deposit(-2)), Task.Run(() => { lock (account) account.Balance += 4; }));
        Check.That(account.Balance == 7 && Account.Made == 2, "balance");
        try { account.Deposit(0); Check.That(false, "refused"); } catch (ArgumentException) { }
        await Task.Run(() => account.Deposit(1));
        """, Synchronized);

    [Test]
    public void Beside_a_synchronized_method_a_plain_access_is_a_race() => Program.Catches(FailureKind.DataRace, """
        var account = new Account();
        await Task.WhenAll(Task.Run(() => account.Deposit(1)), Task.Run(() => account.Balance));
        """, Synchronized);

    private const string Sources =
        "static TaskCompletionSource<int> Late() => new(TaskCreationOptions.RunContinuationsAsynchronously);";

    private const string Synchronized = """
        public class Account
        {
            public int Balance;
            public static int Made;
            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)]
            public int Deposit(int amount)
            {
                if (amount == 0) throw new ArgumentException("nothing");
                if (amount < 0) { Balance -= amount; Count(); return Balance; }
                for (var i = 0; i < amount; i++) Balance++;
                Count();
                return Balance;
            }
            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)]
            static void Count() => Made++;
        }
        """;
}
