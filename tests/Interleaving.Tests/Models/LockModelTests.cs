using System.Text.RegularExpressions;

namespace Interleaving.Tests.Models;

public sealed partial class LockModelTests
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
        exploration.Message.ShouldContain("Thread #1 waits for the lock on gate, held by main");
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
        """, FailureKind.Deadlock).Message.ShouldContain("main waits for the lock on gate, held by Thread #1, which ended without giving it back,");

    [Test]
    public void A_circle_is_told_in_order_with_what_each_holds_and_where_it_took_it()
    {
        var lines = Woven.ShouldFail("""
            readonly object a = new(), b = new(), c = new();
            public void Run()
            {
                Thread[] threads = [new(() => Take(a, b)), new(() => Take(b, c)), new(() => Take(c, a))];
                foreach (var thread in threads)
                    thread.Start();
                foreach (var thread in threads)
                    thread.Join();
            }

            static void Take(object first, object second)
            {
                lock (first)
                {
                    lock (second) { }
                }
            }
            """, FailureKind.Deadlock).Message.Split('\n');

        lines[0].ShouldBe("Deadlock: 3 operations wait in a circle, each for the next one.");
        var circle = lines[1..4].Select(line => Waits().Match(line)).ToList();
        circle.ShouldAllBe(wait => wait.Success);
        for (var i = 0; i < 3; i++)
        {
            circle[i].Groups["holder"].Value.ShouldBe(circle[(i + 1) % 3].Groups["who"].Value);
            circle[i].Groups["wanted"].Value.ShouldBe(circle[(i + 1) % 3].Groups["held"].Value);
        }

        lines[4].ShouldStartWith("  main waits for the end of Thread #");
        lines[4].ShouldNotContain("held by");
    }

    /// <summary>Nothing else had named the lock before, or anything at all.</summary>
    [TestCase("readonly object entries = new(); public void Run() { lock (entries) { new TaskCompletionSource().Task.Wait(); } }", "the lock on entries, taken at")]
    [TestCase("readonly Lock gate = new(); public void Run() { lock (gate) { new ManualResetEvent(false).WaitOne(); } }", "the lock on gate, taken at")]
    [TestCase("readonly Mutex mutex = new(); public void Run() { mutex.WaitOne(); new SemaphoreSlim(0).Wait(); }", "mutex, taken at")]
    [TestCase("readonly ReaderWriterLockSlim files = new(); public void Run() { files.EnterReadLock(); new TaskCompletionSource().Task.Wait(); }", "files for reading")]
    [TestCase("readonly ReaderWriterLockSlim files = new(); public void Run() { files.EnterWriteLock(); new TaskCompletionSource().Task.Wait(); }", "files for writing")]
    public void What_nobody_else_wants_is_held_as_well(string program, string held) =>
        Woven.ShouldFail(program, FailureKind.Deadlock).Message.ShouldContain("it holds " + held);

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

    [GeneratedRegex(@"^  (?<who>Thread #\d) waits for the lock on (?<wanted>\S+), held by (?<holder>Thread #\d) at .+:\d+; it holds the lock on (?<held>\S+), taken at .+:\d+$")]
    private static partial Regex Waits();
}
