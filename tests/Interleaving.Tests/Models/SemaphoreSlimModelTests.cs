namespace Interleaving.Tests.Models;

public sealed class SemaphoreSlimModelTests
{
    [Test]
    public void A_semaphore_of_one_is_a_lock_for_async_code() => Woven.ShouldHold(Account("await gate.WaitAsync();", "gate.Release();"));

    [Test]
    public void Without_it_an_update_is_lost() =>
        Woven.Explore(Account("", "")).Failure.ShouldNotBeNull();

    [Test]
    public void Five_seconds_of_work_through_two_permits_take_three() => Woven.ShouldHold("""
        public async Task Run()
        {
            using var gate = new SemaphoreSlim(2); var watch = Stopwatch.StartNew(); var inside = 0; var most = 0;
            await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
            {
                await gate.WaitAsync();
                try
                {
                    lock (gate) most = Math.Max(most, ++inside);
                    await Task.Delay(1000);
                    lock (gate) inside--;
                }
                finally { gate.Release(); }
            }));
            Check(watch.Elapsed == TimeSpan.FromSeconds(3), watch.Elapsed.ToString());
            Check(most == 2);
        }
        """);

    [Test]
    public void A_permit_that_is_never_put_back_is_a_deadlock() => Woven.ShouldFail("""
        public void Run()
        {
            var gate = new SemaphoreSlim(1);
            var a = new Thread(() => gate.Wait()); var b = new Thread(() => gate.Wait());
            a.Start(); b.Start(); a.Join(); b.Join();
        }
        """, FailureKind.Deadlock).Message.ShouldContain("waits for a permit of gate");

    [Test]
    public void Tasks_are_served_in_order_of_arrival() => Woven.ShouldHold("""
        public async Task Run()
        {
            var gate = new SemaphoreSlim(0); var order = new List<int>();
            async Task Enter(int i) { await gate.WaitAsync(); lock (order) order.Add(i); gate.Release(); }
            var all = new[] { Enter(0), Enter(1), Enter(2) };
            gate.Release();
            await Task.WhenAll(all);
            Check(order.SequenceEqual([0, 1, 2]), string.Join(",", order));
            Check(gate.CurrentCount == 1);
        }
        """);

    [Test]
    public void A_permit_hands_over_what_its_owner_did() => Woven.ShouldHold("""
        int data;
        public async Task Run()
        {
            var ready = new SemaphoreSlim(0);
            var writer = Task.Run(() => { data = 1; ready.Release(); });
            var waiter = Task.Run(async () => { await ready.WaitAsync(); Check(data == 1); data = 2; });
            await Task.WhenAll(writer, waiter);
            Check(data == 2);
        }
        """);

    [Test]
    public void Timeouts_and_tokens_end_a_wait() => Woven.ShouldHold("""
        public async Task Run()
        {
            var gate = new SemaphoreSlim(0); var watch = Stopwatch.StartNew();
            Check(!await gate.WaitAsync(200));
            Check(!gate.Wait(TimeSpan.FromMilliseconds(300)));
            Check(watch.ElapsedMilliseconds == 500);
            using var cts = new CancellationTokenSource(100);
            var threw = false;
            try { await gate.WaitAsync(cts.Token); } catch (OperationCanceledException e) { threw = e.CancellationToken == cts.Token; }
            Check(threw && watch.ElapsedMilliseconds == 600);
            Throws<OperationCanceledException>(() => gate.Wait(cts.Token));
            Check(gate.WaitAsync(cts.Token).IsCanceled);
            using var late = new CancellationTokenSource(100);
            Throws<OperationCanceledException>(() => gate.Wait(1000, late.Token));
            Check(watch.ElapsedMilliseconds == 700);
            gate.Release();
            Check(gate.CurrentCount == 1, "the waits that gave up took no permit");
        }
        """);

    [Test]
    public void A_release_and_a_cancellation_at_once_lose_no_permit() => Woven.ShouldHold("""
        public async Task Run()
        {
            var gate = new SemaphoreSlim(0); using var cts = new CancellationTokenSource();
            var wait = gate.WaitAsync(cts.Token);
            var release = Task.Run(() => gate.Release()); var cancel = Task.Run(() => cts.Cancel());
            var got = false;
            try { await wait; got = true; } catch (OperationCanceledException) { }
            await Task.WhenAll(release, cancel);
            Check(gate.CurrentCount == (got ? 0 : 1));
        }
        """);

    [Test]
    public void Misuse_raises_what_the_platform_raises() => Woven.ShouldHold("""
        public void Run()
        {
            var gate = new SemaphoreSlim(1, 1);
            Throws<SemaphoreFullException>(() => gate.Release());
            Throws<ArgumentOutOfRangeException>(() => gate.Release(0));
            Throws<ArgumentOutOfRangeException>(() => gate.Wait(-2, CancellationToken.None));
            Throws<ArgumentOutOfRangeException>(() => gate.WaitAsync(TimeSpan.FromMilliseconds(-2)));
            using (gate) { }
            Throws<ObjectDisposedException>(() => gate.Wait());
            Throws<ObjectDisposedException>(() => gate.WaitAsync());
            Throws<ObjectDisposedException>(() => gate.Release());
        }
        """);

    private static string Account(string enter, string exit) => $$"""
        readonly SemaphoreSlim gate = new(1); int balance;
        async Task Deposit(int amount)
        {
            {{enter}}
            try { var seen = balance; await Task.Delay(100); balance = seen + amount; }
            finally { {{exit}} }
        }
        public async Task Run()
        {
            await Task.WhenAll(Task.Run(() => Deposit(100)), Task.Run(() => Deposit(50)));
            Check(balance == 150);
        }
        """;
}
