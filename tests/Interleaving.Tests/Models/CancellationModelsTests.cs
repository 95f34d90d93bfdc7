namespace Interleaving.Tests.Models;

public sealed class CancellationModelsTests
{
    [Test]
    public void A_query_of_ten_seconds_cancelled_after_two_ends_at_two() => Woven.ShouldHold("""
        public async Task Run()
        {
            var watch = Stopwatch.StartNew(); using var cts = new CancellationTokenSource(); cts.CancelAfter(2000); var cleaned = false;
            try
            {
                try { await Task.Delay(10_000, cts.Token); } finally { cleaned = true; }
                Check(false);
            }
            catch (OperationCanceledException e) { Check(e.CancellationToken == cts.Token); }
            Check(cleaned && watch.Elapsed == TimeSpan.FromSeconds(2));
        }
        """);

    [Test]
    public void A_source_that_is_disposed_of_at_the_instant_of_its_time_out_raises_nothing() => Woven.ShouldHold("""
        public async Task Run()
        {
            using var outer = new CancellationTokenSource(1000);
            await Task.WhenAll(WaitAsync(new CancellationTokenSource(1000)), WaitAsync(CancellationTokenSource.CreateLinkedTokenSource(outer.Token)));
        }

        private static async Task WaitAsync(CancellationTokenSource cts)
        {
            using (cts)
                await Task.Delay(1000);
        }
        """);

    [Test]
    public void A_loop_that_only_polls_its_token_sees_the_timer() => Woven.ShouldHold("""
        public void Run()
        {
            using var cts = new CancellationTokenSource(TimeSpan.FromSeconds(1)); var rounds = 0; var watch = Stopwatch.StartNew();
            while (!cts.Token.IsCancellationRequested) rounds++;
            Check(watch.ElapsedMilliseconds == 1000);
        }
        """, new() { Schedules = 5 });

    [Test]
    public void Two_loops_that_poll_see_the_timer() => Woven.ShouldHold("""
        public void Run()
        {
            using var cts = new CancellationTokenSource(1000); var token = cts.Token;
            var other = new Thread(() => { while (!token.IsCancellationRequested) { } });
            other.Start();
            while (!token.IsCancellationRequested) { }
            other.Join();
        }
        """, new() { Schedules = 5 });

    [Test]
    public void A_zombie_that_ignores_its_token_goes_on_after_cancellation() => Woven.ShouldFail("""
        volatile bool stopped;
        public async Task Run()
        {
            using var cts = new CancellationTokenSource();
            var work = Task.Run(async () => { for (var i = 0; i < 3; i++) { Check(!stopped, "works on after the stop"); await Task.Delay(10); } });
            await Task.Delay(15);
            cts.Cancel(); stopped = true;
            await work;
        }
        """, FailureKind.Assertion);

    [Test]
    public void Callbacks_run_inside_Cancel_last_one_first() => Woven.ShouldHold("""
        public void Run()
        {
            var cts = new CancellationTokenSource(); var order = ""; var ambient = new AsyncLocal<int> { Value = 7 };
            cts.Token.Register(() => order += "a" + ambient.Value);
            cts.Token.Register(state => order += state, "b");
            var gone = cts.Token.Register(() => order += "c");
            cts.Token.UnsafeRegister((state, token) => order += token.IsCancellationRequested, null);
            Check(gone.Unregister() && !gone.Unregister());
            ambient.Value = 8;
            cts.Cancel(); cts.Cancel();
            Check(order == "Trueba7", order);
            Check(cts.Token.Register(() => order += "!") == default && order.EndsWith("!"));
        }
        """);

    [Test]
    public void Cancelling_runs_callbacks_in_reverse_order_whoever_registered() => Woven.ShouldHold("""
        public async Task Run()
        {
            var cts = new CancellationTokenSource(); var order = "";
            cts.Token.Register(() => order += "a");
            async Task Wait() { try { await Task.Delay(1000, cts.Token); } catch (OperationCanceledException) { order += "d"; } }
            var waiting = Wait();
            cts.Token.Register(() => order += "b");
            cts.Cancel();
            await waiting;
            Check(order == "bda", order);
        }
        """);

    [Test]
    public void Exceptions_of_callbacks_come_out_of_Cancel() => Woven.ShouldHold("""
        public void Run()
        {
            var cts = new CancellationTokenSource(); var ran = 0;
            cts.Token.Register(() => ran++);
            cts.Token.Register(() => throw new InvalidOperationException());
            cts.Token.Register(() => throw new FormatException());
            var thrown = Throws<AggregateException>(() => cts.Cancel());
            Check(thrown.InnerExceptions.Count == 2 && ran == 1);
            var other = new CancellationTokenSource();
            other.Token.Register(() => throw new FormatException());
            Throws<FormatException>(() => other.Cancel(throwOnFirstException: true));
        }
        """);

    [Test]
    public void Disposing_a_registration_waits_for_its_callback() => Woven.ShouldHold(Registration("Dispose"));

    [Test]
    public void A_registration_ends_with_its_using() => Woven.ShouldHold("""
        public async Task Run()
        {
            using var cts = new CancellationTokenSource(); var ran = 0;
            using (cts.Token.Register(() => ran++)) { }
            await using (cts.Token.UnsafeRegister(_ => ran++, null)) { }
            using var kept = cts.Token.Register(() => ran += 10);
            cts.Cancel();
            Check(ran == 10);
        }
        """);

    [Test]
    public void A_long_computation_that_checks_its_token_is_not_overtaken_by_a_timer() => Woven.ShouldHold("""
        public void Run()
        {
            using var cts = new CancellationTokenSource(1000); var sum = 0;
            for (var i = 0; i < 5_000; i++) { cts.Token.ThrowIfCancellationRequested(); sum++; }
            Check(sum == 5_000);
        }
        """, new() { Schedules = 2 });

    [Test]
    public void Unregistering_does_not_wait() => Woven.ShouldFail(Registration("Unregister"), FailureKind.Assertion);

    [Test]
    public void A_callback_that_waits_for_its_own_disposal_elsewhere_is_a_deadlock() => Woven.ShouldFail("""
        public void Run()
        {
            using var cts = new CancellationTokenSource(); var gate = new object();
            var registration = cts.Token.Register(() => { lock (gate) { } });
            var canceller = new Thread(() => cts.Cancel());
            canceller.Start();
            lock (gate) registration.Dispose();
            canceller.Join();
        }
        """, FailureKind.Deadlock).Message.ShouldContain("waits for a cancellation callback to end, held by Thread #1");

    [Test]
    public void Linked_sources_follow_their_parents() => Woven.ShouldHold("""
        public async Task Run()
        {
            using var user = new CancellationTokenSource(); using var timeout = new CancellationTokenSource(500);
            using (var linked = CancellationTokenSource.CreateLinkedTokenSource(user.Token, timeout.Token))
            {
                var watch = Stopwatch.StartNew();
                try { await Task.Delay(Timeout.Infinite, linked.Token); } catch (OperationCanceledException e) when (e.CancellationToken == linked.Token) { }
                Check(watch.ElapsedMilliseconds == 500 && !user.IsCancellationRequested);
            }
            var late = CancellationTokenSource.CreateLinkedTokenSource(user.Token);
            late.Dispose();
            user.Cancel();
            Check(!late.IsCancellationRequested);
            Check(CancellationTokenSource.CreateLinkedTokenSource(user.Token).IsCancellationRequested);
        }
        """);

    [Test]
    public void CancelAsync_runs_callbacks_elsewhere() => Woven.ShouldHold("""
        public async Task Run()
        {
            using var cts = new CancellationTokenSource(); var ran = false;
            cts.Token.Register(() => { Thread.Sleep(100); ran = true; });
            var cancelling = cts.CancelAsync();
            Check(cts.IsCancellationRequested);
            await cancelling;
            Check(ran);
        }
        """);

    [Test]
    public void Resets_and_misuse_do_what_the_platform_does() => Woven.ShouldHold("""
        public void Run()
        {
            var cts = new CancellationTokenSource(100);
            Check(cts.TryReset());
            Thread.Sleep(200);
            Check(!cts.IsCancellationRequested);
            cts.CancelAfter(TimeSpan.FromMilliseconds(50)); cts.CancelAfter(10); Thread.Sleep(20);
            Check(cts.IsCancellationRequested && !cts.TryReset());
            cts.Token.ThrowIfCancellationRequested2();
            cts.Dispose();
            Throws<ObjectDisposedException>(() => cts.Cancel());
            Throws<ObjectDisposedException>(() => cts.CancelAfter(1));
            Throws<ArgumentOutOfRangeException>(() => new CancellationTokenSource(-2));
            Throws<ArgumentException>(() => CancellationTokenSource.CreateLinkedTokenSource(new CancellationToken[0]));
            Check(new CancellationTokenSource(0).IsCancellationRequested);
            Check(new CancellationToken(true).IsCancellationRequested && !CancellationToken.None.IsCancellationRequested);
        }
        """.Replace("cts.Token.ThrowIfCancellationRequested2();", "Throws<OperationCanceledException>(() => cts.Token.ThrowIfCancellationRequested());", StringComparison.Ordinal));

    private static string Registration(string end) => $$"""
        public void Run()
        {
            using var cts = new CancellationTokenSource(); var token = cts.Token; var running = 0;
            var registration = token.Register(() => { Volatile.Write(ref running, 1); Thread.Yield(); Volatile.Write(ref running, 0); });
            var canceller = new Thread(() => cts.Cancel());
            canceller.Start();
            registration.{{end}}();
            Check(Volatile.Read(ref running) == 0);
            canceller.Join();
        }
        """;
}
