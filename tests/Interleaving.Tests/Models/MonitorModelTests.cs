namespace Interleaving.Tests.Models;

public sealed class MonitorModelTests
{
    [Test]
    public void A_locked_counter_loses_nothing() => Woven.ShouldHold("""
        int count; readonly object gate = new();
        void Add() { lock (gate) { lock (gate) count++; } }
        public void Run()
        {
            var threads = new[] { new Thread(Add), new Thread(Add), new Thread(Add) };
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();
            Check(count == 3);
        }
        """);

    [Test]
    public void A_counter_locked_on_two_objects_races() => Woven.ShouldFail("""
        int count; readonly object gate = new(), other = new();
        public void Run()
        {
            var a = new Thread(() => { lock (gate) count++; });
            var b = new Thread(() => { lock (other) count++; });
            a.Start(); b.Start(); a.Join(); b.Join();
            Check(count == 2);
        }
        """, FailureKind.DataRace);

    [Test]
    public void A_deadlock_names_who_waits_for_what()
    {
        var exploration = Woven.ShouldFail("""
            sealed class Account { }
            public void Run()
            {
                var mine = new Account(); var yours = new Account();
                var a = new Thread(() => { lock (mine) lock (yours) { } });
                var b = new Thread(() => { lock (yours) lock (mine) { } });
                a.Start(); b.Start(); a.Join(); b.Join();
            }
            """, FailureKind.Deadlock);
        exploration.Message.ShouldContain("Thread #1 waits for the lock on Account#");
        exploration.Message.ShouldContain("held by Thread #2");
        exploration.Message.ShouldContain("main waits for the end of Thread #1");
    }

    [Test]
    public void A_bounded_buffer_with_wait_and_pulse_all_holds() => Woven.ShouldHold(Buffer("while", "PulseAll"));

    [Test]
    public void An_if_instead_of_a_while_around_a_wait_is_caught() =>
        Woven.Explore(Buffer("if", "PulseAll"), new() { Schedules = 2_000 }).Failure.ShouldNotBeNull();

    [Test]
    public void A_pulse_instead_of_a_pulse_all_is_caught() =>
        Woven.ShouldFail(Buffer("while", "Pulse"), FailureKind.Deadlock, new() { Schedules = 5_000 });

    [Test]
    public void A_pulse_that_comes_before_the_wait_is_lost() => Woven.ShouldFail("""
        readonly object gate = new();
        public void Run()
        {
            var waiter = new Thread(() => { lock (gate) Monitor.Wait(gate); });
            waiter.Start();
            lock (gate) Monitor.Pulse(gate);
            waiter.Join();
        }
        """, FailureKind.Deadlock).Message.ShouldContain("waits for a pulse of gate");

    [Test]
    public void Pulses_wake_in_order_of_arrival() => Woven.ShouldHold("""
        readonly object gate = new(); int waiting; string order = "";
        void Await(string name)
        {
            lock (gate) { waiting++; Monitor.Wait(gate); order += name; Monitor.PulseAll(gate); }
        }
        public void Run()
        {
            var a = new Thread(() => Await("a")); var b = new Thread(() => Await("b"));
            a.Start();
            while (true) lock (gate) if (waiting == 1) break; else Thread.Yield();
            b.Start();
            while (true) lock (gate) if (waiting == 2) break; else Thread.Yield();
            lock (gate) { Monitor.Pulse(gate); while (order == "") Monitor.Wait(gate); }
            lock (gate) Check(order[0] == 'a', order);
            a.Join(); b.Join();
            Check(order == "ab", order);
        }
        """);

    [Test]
    public void Waits_and_tries_time_out_in_virtual_time() => Woven.ShouldHold("""
        readonly object gate = new();
        public void Run()
        {
            var watch = Stopwatch.StartNew();
            lock (gate) Check(!Monitor.Wait(gate, 250));
            Check(watch.ElapsedMilliseconds == 250, watch.Elapsed.ToString());
            var holder = new Thread(() => { lock (gate) Thread.Sleep(1000); });
            holder.Start();
            Thread.Sleep(100);
            Check(!Monitor.TryEnter(gate));
            Check(!Monitor.TryEnter(gate, 400));
            Check(watch.ElapsedMilliseconds == 750, watch.Elapsed.ToString());
            Check(Monitor.TryEnter(gate, TimeSpan.FromSeconds(5)));
            Check(watch.ElapsedMilliseconds == 1250, watch.Elapsed.ToString());
            Check(Monitor.IsEntered(gate));
            Monitor.Exit(gate);
        }
        """);

    [Test]
    public void Misuse_raises_what_the_platform_raises() => Woven.ShouldHold("""
        public void Run()
        {
            var gate = new object(); var taken = true;
            Throws<SynchronizationLockException>(() => Monitor.Exit(gate));
            Throws<SynchronizationLockException>(() => Monitor.Wait(gate));
            Throws<SynchronizationLockException>(() => Monitor.Pulse(gate));
            Throws<ArgumentNullException>(() => Monitor.Enter(null!));
            Throws<ArgumentException>(() => Monitor.Enter(gate, ref taken));
            Throws<ArgumentOutOfRangeException>(() => Monitor.TryEnter(gate, -2));
            var other = new Thread(() => Throws<SynchronizationLockException>(() => Monitor.Exit(gate)));
            lock (gate) { other.Start(); other.Join(); }
        }
        """);

    private static string Buffer(string loop, string pulse) => $$"""
        readonly object gate = new(); readonly Queue<int> items = new();
        void Put(int item)
        {
            lock (gate) { {{loop}} (items.Count == 1) Monitor.Wait(gate); items.Enqueue(item); Monitor.{{pulse}}(gate); }
        }
        int Take()
        {
            lock (gate) { {{loop}} (items.Count == 0) Monitor.Wait(gate); var item = items.Dequeue(); Monitor.{{pulse}}(gate); return item; }
        }
        public void Run()
        {
            var sum = 0;
            var threads = new[]
            {
                new Thread(() => { Put(1); Put(2); }), new Thread(() => { Put(3); Put(4); }),
                new Thread(() => Interlocked.Add(ref sum, Take() + Take())), new Thread(() => Interlocked.Add(ref sum, Take() + Take())),
            };
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();
            Check(sum == 10);
        }
        """;
}
