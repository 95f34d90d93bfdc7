namespace Interleaving.Tests.Models;

public sealed class LockModelTests
{
    [Test]
    public void A_lock_statement_on_a_Lock_excludes_others() => Woven.ShouldHold("""
        int count; readonly Lock gate = new();
        void Add() { lock (gate) { using (gate.EnterScope()) count++; Check(gate.IsHeldByCurrentThread); } }
        public void Run()
        {
            var threads = new[] { new Thread(Add), new Thread(Add) };
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();
            Check(count == 2);
            Check(!gate.IsHeldByCurrentThread);
        }
        """);

    [Test]
    public void A_Lock_for_each_call_excludes_nobody() => Woven.ShouldFail("""
        int count;
        void Add() { var gate = new Lock(); lock (gate) count++; }
        public void Run()
        {
            var threads = new[] { new Thread(Add), new Thread(Add) };
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();
        }
        """, FailureKind.DataRace);

    [Test]
    public void The_monitor_of_a_Lock_is_another_lock() => Woven.ShouldFail("""
        int count; readonly Lock gate = new();
        public void Run()
        {
        #pragma warning disable CS9216
            object same = gate;
            var a = new Thread(() => { lock (gate) count++; });
            var b = new Thread(() => { lock (same) count++; });
            a.Start(); b.Start(); a.Join(); b.Join();
        }
        """, FailureKind.DataRace);

    [Test]
    public void A_deadlock_names_the_lock_and_its_holder()
    {
        var exploration = Woven.ShouldFail("""
            readonly Lock gate = new();
            public void Run()
            {
                var other = new Thread(() => { lock (gate) { } });
                lock (gate) { other.Start(); other.Join(); }
            }
            """, FailureKind.Deadlock);
        exploration.Message.ShouldContain("Thread #1 waits for the lock on Lock, held by main");
    }

    [Test]
    public void A_deadlock_says_when_the_holder_is_gone() => Woven.ShouldFail("""
        readonly object gate = new();
        public void Run()
        {
            var other = new Thread(() => Monitor.Enter(gate));
            other.Start(); other.Join();
            lock (gate) { }
        }
        """, FailureKind.Deadlock).Message.ShouldContain("main waits for the lock on Object, held by Thread #1, which ended without giving it back,");

    [Test]
    public void Tries_time_out_and_misuse_raises_what_the_platform_raises() => Woven.ShouldHold("""
        readonly Lock gate = new();
        public void Run()
        {
            Check(Throws<SynchronizationLockException>(() => gate.Exit()).Message == "The calling thread does not hold the lock.");
            Throws<ArgumentOutOfRangeException>(() => gate.TryEnter(-2));
            Throws<NullReferenceException>(() => ((Lock)null!).Enter());
            var watch = Stopwatch.StartNew();
            var holder = new Thread(() => { gate.Enter(); Thread.Sleep(300); gate.Exit(); });
            holder.Start();
            Thread.Sleep(1);
            Check(!gate.TryEnter());
            Check(!gate.TryEnter(99));
            Check(watch.ElapsedMilliseconds == 100);
            Check(gate.TryEnter(TimeSpan.FromSeconds(1)));
            Check(watch.ElapsedMilliseconds == 300);
            gate.Exit();
        }
        """);

    [Test]
    public void Outside_of_an_execution_the_platforms_lock_is_used()
    {
        var snippet = Snippet.Load("""
            public static class Q
            {
                static readonly Lock gate = new();
                public static int Run()
                {
                    var count = 0;
                    Parallel.Invoke(Add, Add, Add, Add);
                    return count;
                    void Add() { for (var i = 0; i < 1000; i++) lock (gate) count++; }
                }
            }
            """);
        snippet.Call("Run").ShouldBe(4000);
    }
}
