namespace Interleaving.Tests.Models;

/// <summary>SpinLock, ReaderWriterLockSlim, Lazy, ThreadLocal, Barrier and the wait handles.</summary>
public sealed class LockingModelsTests
{
    [Test]
    public void A_spin_lock_excludes_others() => Woven.ShouldHold("""
        SpinLock gate = new(false); int count;
        void Add() { var taken = false; try { gate.Enter(ref taken); count++; } finally { if (taken) gate.Exit(); } }
        public void Run()
        {
            Parallel.Invoke(Add, Add, Add);
            Check(count == 3 && !gate.IsHeld);
        }
        """);

    [Test]
    public void A_copy_of_a_spin_lock_excludes_nobody() => Woven.ShouldFail("""
        readonly SpinLock gate = new(false); int count;
        void Add() { var taken = false; gate.Enter(ref taken); count++; gate.Exit(); }
        public void Run() => Parallel.Invoke(Add, Add);
        """, FailureKind.DataRace);

    [Test]
    public void Two_spin_locks_in_two_orders_deadlock() => Woven.ShouldFail("""
        SpinLock a = new(false), b = new(false);
        public void Run() => Parallel.Invoke(
            () => { bool x = false, y = false; a.Enter(ref x); b.Enter(ref y); b.Exit(); a.Exit(); },
            () => { bool x = false, y = false; b.Enter(ref x); a.Enter(ref y); a.Exit(); b.Exit(); });
        """, FailureKind.Deadlock).Message.ShouldContain("waits for a spin lock, held by");

    [Test]
    public void Spinning_lets_others_on_and_sees_time_pass() => Woven.ShouldHold("""
        volatile bool ready;
        public void Run()
        {
            var thread = new Thread(() => ready = true); thread.Start();
            var spin = new SpinWait();
            while (!ready) spin.SpinOnce();
            thread.Join();
            var watch = Stopwatch.StartNew();
            Check(!SpinWait.SpinUntil(() => false, 100) && watch.ElapsedMilliseconds == 100, watch.Elapsed.ToString());
            Check(SpinWait.SpinUntil(() => ready, TimeSpan.FromSeconds(1)));
        }
        """, new() { Schedules = 30 });

    [Test]
    public void Readers_share_and_writers_do_not() => Woven.ShouldHold("""
        readonly ReaderWriterLockSlim gate = new(); int a, b;
        void Write() { gate.EnterWriteLock(); try { a++; b++; } finally { gate.ExitWriteLock(); } }
        void Read() { gate.EnterReadLock(); try { Check(a == b); } finally { gate.ExitReadLock(); } }
        void Upgrade()
        {
            gate.EnterUpgradeableReadLock();
            try { if (a == b) { gate.EnterWriteLock(); try { a++; b++; } finally { gate.ExitWriteLock(); } } }
            finally { gate.ExitUpgradeableReadLock(); }
        }
        public void Run()
        {
            Parallel.Invoke(Write, Read, Upgrade, Read);
            Check(a == 2 && b == 2 && gate.CurrentReadCount == 0 && !gate.IsWriteLockHeld);
        }
        """);

    [Test]
    public void A_write_under_the_read_lock_races() => Woven.ShouldFail("""
        readonly ReaderWriterLockSlim gate = new(); int a;
        void Write() { gate.EnterReadLock(); a++; gate.ExitReadLock(); }
        public void Run() => Parallel.Invoke(Write, Write);
        """, FailureKind.DataRace);

    [Test]
    public void Misuse_of_a_reader_writer_lock_raises_what_the_platform_raises() => Woven.ShouldHold("""
        public void Run()
        {
            var gate = new ReaderWriterLockSlim();
            gate.EnterReadLock();
            Throws<LockRecursionException>(() => gate.EnterReadLock());
            Throws<LockRecursionException>(() => gate.EnterWriteLock());
            Throws<LockRecursionException>(() => gate.EnterUpgradeableReadLock());
            gate.ExitReadLock();
            Throws<SynchronizationLockException>(() => gate.ExitReadLock());
            Throws<SynchronizationLockException>(() => gate.ExitWriteLock());
            gate.EnterWriteLock();
            Throws<LockRecursionException>(() => gate.EnterReadLock());
            var watch = Stopwatch.StartNew(); var entered = true;
            var other = new Thread(() => entered = gate.TryEnterReadLock(50)); other.Start(); other.Join();
            Check(!entered && watch.ElapsedMilliseconds == 50);
            gate.ExitWriteLock();
            var recursive = new ReaderWriterLockSlim(LockRecursionPolicy.SupportsRecursion);
            recursive.EnterWriteLock(); recursive.EnterWriteLock(); recursive.EnterReadLock();
            Check(recursive.RecursiveWriteCount == 2 && recursive.IsReadLockHeld);
            recursive.ExitReadLock(); recursive.ExitWriteLock(); recursive.ExitWriteLock();
        }
        """);

    [TestCase("LazyThreadSafetyMode.ExecutionAndPublication")]
    [TestCase("true")]
    public void A_safe_lazy_runs_its_factory_once(string mode) => Woven.ShouldHold(Lazily(mode));

    [Test]
    public void A_lazy_that_only_publishes_may_run_its_factory_twice() =>
        Woven.ShouldFail(Lazily("LazyThreadSafetyMode.PublicationOnly"), FailureKind.Assertion);

    [Test]
    public void A_lazy_that_is_not_safe_races() =>
        Woven.Explore(Lazily("LazyThreadSafetyMode.None")).Failure.ShouldBeOneOf(FailureKind.DataRace, FailureKind.Assertion);

    [Test]
    public void A_lazy_keeps_its_exception_and_knows_itself() => Woven.ShouldHold("""
        sealed class Thing { public int Value = 3; }
        public void Run()
        {
            var tries = 0;
            var broken = new Lazy<int>(() => { tries++; throw new FormatException(); });
            Throws<FormatException>(() => _ = broken.Value); Throws<FormatException>(() => _ = broken.Value);
            Check(tries == 1 && !broken.IsValueCreated);
            Lazy<int>? self = null; self = new Lazy<int>(() => self!.Value);
            Throws<InvalidOperationException>(() => _ = self.Value);
            Check(new Lazy<Thing>().Value.Value == 3 && new Lazy<int>(7).Value == 7 && new Lazy<int>(7).IsValueCreated);
        }
        """);

    [Test]
    public void Each_thread_has_its_own_thread_local() => Woven.ShouldHold("""
        public void Run()
        {
            var made = 0;
            using var local = new ThreadLocal<int>(() => Interlocked.Increment(ref made) * 10, trackAllValues: true);
            var a = new Thread(() => { local.Value++; Check(local.Value % 10 == 1); }); var b = new Thread(() => Check(local.Value % 10 == 0 && local.IsValueCreated));
            a.Start(); b.Start(); a.Join(); b.Join();
            Check(!local.IsValueCreated && made == 2 && local.Values.Sum() == 31 || local.Values.Sum() == 31);
        }
        """);

    [Test]
    public void A_barrier_keeps_phases_apart() => Woven.ShouldHold("""
        public void Run()
        {
            var sums = new int[2]; var phases = 0;
            using var barrier = new Barrier(2, b => { phases++; Check(sums[0] == sums[1]); Throws<InvalidOperationException>(() => b.SignalAndWait()); });
            Parallel.Invoke(() => Work(0), () => Work(1));
            void Work(int me) { for (var i = 0; i < 3; i++) { sums[me]++; barrier.SignalAndWait(); Check(sums[1 - me] >= i + 1); barrier.SignalAndWait(); } }
            Check(phases == 6 && barrier.CurrentPhaseNumber == 6 && barrier.ParticipantsRemaining == 2);
            Check(!barrier.SignalAndWait(10) && barrier.ParticipantsRemaining == 2);
            barrier.RemoveParticipant();
            using var broken = new Barrier(1, _ => throw new FormatException());
            Check(Throws<BarrierPostPhaseException>(() => broken.SignalAndWait()).InnerException is FormatException);
        }
        """);

    [Test]
    public void A_barrier_for_more_than_come_is_a_deadlock() => Woven.ShouldFail("""
        public void Run()
        {
            var barrier = new Barrier(3);
            Parallel.Invoke(barrier.SignalAndWait, barrier.SignalAndWait);
        }
        """, FailureKind.Deadlock).Message.ShouldContain("waits for the others at Barrier");

    [Test]
    public void Wait_handles_wake_one_or_all() => Woven.ShouldHold("""
        public void Run()
        {
            using var auto = new AutoResetEvent(false); using var manual = new ManualResetEvent(false); var woken = 0; var watch = Stopwatch.StartNew();
            var threads = Enumerable.Range(0, 2).Select(_ => new Thread(() => { auto.WaitOne(); Interlocked.Increment(ref woken); manual.WaitOne(); })).ToArray();
            foreach (var thread in threads) thread.Start();
            auto.Set(); Thread.Sleep(10); Check(Volatile.Read(ref woken) == 1);
            auto.Set(); manual.Set();
            foreach (var thread in threads) thread.Join();
            Check(!auto.WaitOne(20) && manual.WaitOne(0) && watch.ElapsedMilliseconds == 30);
            Check(WaitHandle.WaitAny([auto, manual]) == 1 && WaitHandle.WaitAny([auto], 5) == WaitHandle.WaitTimeout);
            var both = new Thread(() => Check(WaitHandle.WaitAll([auto, manual]))); both.Start(); auto.Set(); both.Join();
            Check(!auto.WaitOne(0));
            using var mutex = new Mutex(true); Check(mutex.WaitOne(0)); mutex.ReleaseMutex(); mutex.ReleaseMutex();
            Throws<ApplicationException>(() => mutex.ReleaseMutex());
            using var semaphore = new Semaphore(1, 2); Check(semaphore.WaitOne() && semaphore.Release(2) == 0);
            Throws<SemaphoreFullException>(() => semaphore.Release());
        }
        """);

    [Test]
    public void A_mutex_excludes_others() => Woven.ShouldHold("""
        readonly Mutex gate = new(); int count;
        void Add() { gate.WaitOne(); try { count++; } finally { gate.ReleaseMutex(); } }
        public void Run() { Parallel.Invoke(Add, Add); Check(count == 2); }
        """);

    private static string Lazily(string mode) => $$"""
        public void Run()
        {
            var made = 0; object? a = null, b = null;
            var lazy = new Lazy<object>(() => { Interlocked.Increment(ref made); Thread.Yield(); return new object(); }, {{mode}});
            Parallel.Invoke(() => a = lazy.Value, () => b = lazy.Value);
            Check(ReferenceEquals(a, b) && made == 1 && lazy.IsValueCreated);
        }
        """;
}
