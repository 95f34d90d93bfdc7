namespace Interleaving.Tests.Models;

public sealed class ThreadModelTests
{
    [Test]
    public void Joining_orders_what_the_thread_did() => Woven.ShouldHold("""
        int data;
        public void Run()
        {
            var thread = new Thread(value => data = (int)value!) { Name = "worker", IsBackground = true };
            Check(thread.ThreadState == (System.Threading.ThreadState.Unstarted | System.Threading.ThreadState.Background) && !thread.IsAlive);
            thread.Start(42);
            thread.Join();
            Check(data == 42 && !thread.IsAlive && thread.ThreadState == System.Threading.ThreadState.Stopped);
            Check(thread.Name == "worker" && !thread.IsThreadPoolThread);
        }
        """);

    [Test]
    public void A_missing_join_is_a_race() => Woven.ShouldFail("""
        int data;
        public void Run()
        {
            var thread = new Thread(() => data = 42);
            thread.Start();
            Check(data is 0 or 42);
        }
        """, FailureKind.DataRace);

    [Test]
    public void Five_sleeps_of_a_second_on_five_threads_take_a_second() => Woven.ShouldHold("""
        public void Run()
        {
            var watch = Stopwatch.StartNew();
            var threads = Enumerable.Range(0, 5).Select(_ => new Thread(() => Thread.Sleep(1000))).ToArray();
            foreach (var thread in threads) thread.Start();
            Check(!threads[0].Join(400));
            foreach (var thread in threads) thread.Join();
            Check(watch.Elapsed == TimeSpan.FromSeconds(1), watch.Elapsed.ToString());
        }
        """);

    [Test]
    public void An_exception_that_leaves_a_thread_ends_the_process()
    {
        var exploration = Woven.ShouldFail("""
            public void Run()
            {
                var thread = new Thread(() => throw new InvalidOperationException("lost"));
                thread.Start();
                thread.Join();
            }
            """, FailureKind.UnhandledException);
        exploration.Message.ShouldContain("InvalidOperationException");
        exploration.Message.ShouldContain("lost");
    }

    [Test]
    public void Every_thread_has_its_own_identity() => Woven.ShouldHold("""
        public void Run()
        {
            var main = Thread.CurrentThread; Thread? seen = null; var id = 0; var environment = 0;
            var thread = new Thread(() => { seen = Thread.CurrentThread; id = seen.ManagedThreadId; environment = Environment.CurrentManagedThreadId; });
            var early = thread.ManagedThreadId;
            thread.Start(); thread.Join();
            Check(ReferenceEquals(seen, thread) && !ReferenceEquals(main, thread));
            Check(ReferenceEquals(main, Thread.CurrentThread));
            Check(id == early && environment == id && id != main.ManagedThreadId);
        }
        """);

    [Test]
    public void Ambient_values_flow_into_a_thread_but_not_into_an_unsafe_start() => Woven.ShouldHold("""
        readonly AsyncLocal<string> name = new();
        public void Run()
        {
            name.Value = "outer"; string? flown = null, unflown = "x";
            var a = new Thread(() => { flown = name.Value; name.Value = "inner"; }); a.Start(); a.Join();
            var b = new Thread(() => unflown = name.Value); b.UnsafeStart(); b.Join();
            Check(flown == "outer" && unflown is null && name.Value == "outer");
        }
        """);

    [Test]
    public void A_spin_on_yield_lets_the_other_thread_on() => Woven.ShouldHold("""
        volatile bool stop;
        public void Run()
        {
            var spinner = new Thread(() => { while (!stop) Thread.Yield(); });
            spinner.Start();
            stop = true;
            spinner.Join();
        }
        """);

    [Test]
    public void Misuse_raises_what_the_platform_raises() => Woven.ShouldHold("""
        public void Run()
        {
            var thread = new Thread(() => { });
            Throws<ThreadStateException>(() => thread.Join());
            Throws<InvalidOperationException>(() => thread.Start(1));
            thread.Start();
            Throws<ThreadStateException>(() => thread.Start());
            thread.Join();
            Throws<ThreadStateException>(() => thread.IsBackground = true);
            Throws<ArgumentNullException>(() => new Thread((ThreadStart)null!));
            Throws<ArgumentOutOfRangeException>(() => Thread.Sleep(-2));
        }
        """);
}
