namespace Interleaving.Tests.Models;

/// <summary>Parts of the platform that few programs use: right uses hold in every schedule, wrong ones are caught.</summary>
public sealed class CoverageTests
{
    [TestCase("ImmutableList<int> l = ImmutableList<int>.Empty; ImmutableDictionary<int,int> d = ImmutableDictionary<int,int>.Empty; public void Run() { Parallel.Invoke(() => ImmutableInterlocked.Update(ref l, x => x.Add(1)), () => ImmutableInterlocked.Update(ref l, (x, a) => x.Add(a), 2)); Check(l.Count == 2); Parallel.Invoke(() => ImmutableInterlocked.TryAdd(ref d, 1, 1), () => ImmutableInterlocked.AddOrUpdate(ref d, 1, 1, (_, o) => o + 1)); ImmutableInterlocked.GetOrAdd(ref d, 3, 4); Check(d.Count == 2); Check(ImmutableInterlocked.TryRemove(ref d, 3, out var v) && v == 4); }", TestName = "ImmutableInterlocked")]
    [TestCase("public async Task Run() { var seen = 0; var done = new TaskCompletionSource(); var p = new Progress<int>(x => { if (Interlocked.Increment(ref seen) == 2) done.SetResult(); }); await Task.Run(() => { ((IProgress<int>)p).Report(1); ((IProgress<int>)p).Report(2); }); await done.Task; Check(seen == 2); }", TestName = "Progress")]
    [TestCase("class Sync : IProgress<int> { public int N; public void Report(int x) => Interlocked.Add(ref N, x); } public async Task Run() { var s = new Sync(); async Task Go(IProgress<int> p) { await Task.Yield(); p.Report(1); } await Task.WhenAll(Go(s), Go(s)); Check(s.N == 2); }", TestName = "Own IProgress")]
    [TestCase("public async Task Run() { var done = new TaskCompletionSource<int>(); var p = new Progress<int>(); p.ProgressChanged += (_, x) => done.SetResult(x); ((IProgress<int>)p).Report(5); Check(await done.Task == 5); }", TestName = "Progress event")]
    [TestCase("async IAsyncEnumerable<int> Src([EnumeratorCancellation] CancellationToken t = default) { for (var i = 0; ; i++) { await Task.Delay(10, t); yield return i; } } public async Task Run() { using var c = new CancellationTokenSource(35); var n = 0; try { await foreach (var x in Src().WithCancellation(c.Token)) n++; } catch (OperationCanceledException) { } Check(n == 3, \"\" + n); }", TestName = "WithCancellation")]
    [TestCase("class D : IAsyncDisposable { public bool Done; public async ValueTask DisposeAsync() { await Task.Yield(); Done = true; } } async IAsyncEnumerable<int> Src() { await Task.Yield(); yield return 1; await Task.Yield(); yield return 2; } public async Task Run() { var d = new D(); await using (d.ConfigureAwait(false)) { await Task.Yield(); } Check(d.Done); var n = 0; await foreach (var x in Src().ConfigureAwait(false)) n += x; Check(n == 3); }", TestName = "ConfigureAwait on async enumerable and disposable")]
    [TestCase("struct Aw : INotifyCompletion { public bool IsCompleted => false; public void OnCompleted(Action c) => Task.Run(c); public int GetResult() => 7; public Aw GetAwaiter() => this; } public async Task Run() { var x = await new Aw(); Check(x == 7); }", TestName = "custom awaitable")]
    [TestCase("class Aw : INotifyCompletion { public bool IsCompleted => false; public void OnCompleted(Action c) => new Thread(() => c()).Start(); public int GetResult() => 7; public Aw GetAwaiter() => this; } public async Task Run() { var n = 1; var x = await new Aw(); n++; Check(x == 7 && n == 2); }", TestName = "custom awaitable thread")]
    [TestCase("public void Run() { var a = new BlockingCollection<int>(1); var b = new BlockingCollection<int>(1); var all = new[] {a, b}; var t = Task.Run(() => { BlockingCollection<int>.AddToAny(all, 1); BlockingCollection<int>.AddToAny(all, 2); }); var s = 0; for (var i = 0; i < 2; i++) { BlockingCollection<int>.TakeFromAny(all, out var x); s += x; } t.Wait(); Check(s == 3); Check(BlockingCollection<int>.TryTakeFromAny(all, out _) == -1); }", TestName = "BlockingCollection Any")]
    [TestCase("public void Run() { var a = new AutoResetEvent(false); var b = new AutoResetEvent(false); var n = 0; var t = Task.Run(() => { a.WaitOne(); n = 1; b.Set(); }); Check(WaitHandle.SignalAndWait(a, b)); Check(n == 1); t.Wait(); }", TestName = "SignalAndWait")]
    [TestCase("public void Run() { var a = new AutoResetEvent(false); var done = new ManualResetEventSlim(); var r = ThreadPool.RegisterWaitForSingleObject(a, (s, timedOut) => { Check(!timedOut); done.Set(); }, null, -1, true); a.Set(); done.Wait(); r.Unregister(null); }", TestName = "RegisterWait")]
    [TestCase("public void Run() { var a = new AutoResetEvent(false); var done = new ManualResetEventSlim(); var r = ThreadPool.RegisterWaitForSingleObject(a, (s, timedOut) => { Check(timedOut); done.Set(); }, null, 100, true); done.Wait(); r.Unregister(null); }", TestName = "RegisterWait timeout")]
    [TestCase("public void Run() { var n = 0; var done = new ManualResetEventSlim(); using var t = new System.Timers.Timer(100); t.Elapsed += (_, _) => { if (Interlocked.Increment(ref n) == 3) done.Set(); }; t.Start(); done.Wait(); t.Stop(); Check(n == 3); }", TestName = "Timers.Timer")]
    [TestCase("public void Run() { var m = new Mutex(); var t = new Thread(() => m.WaitOne()); t.Start(); t.Join(); Throws<AbandonedMutexException>(() => m.WaitOne()); m.ReleaseMutex(); }", TestName = "AbandonedMutex")]
    [TestCase("public async Task Run() { var c = Channel.CreateUnboundedPrioritized<int>(); await c.Writer.WriteAsync(3); await c.Writer.WriteAsync(1); c.Writer.Complete(); var l = new List<int>(); await foreach (var x in c.Reader.ReadAllAsync()) l.Add(x); Check(l is [1, 3]); }", TestName = "prioritized channel")]
    [TestCase("public void Run() { foreach (var m in new[]{LazyThreadSafetyMode.PublicationOnly, LazyThreadSafetyMode.ExecutionAndPublication}) { var n = 0; var l = new Lazy<object>(() => { Interlocked.Increment(ref n); return new object(); }, m); object? a = null, b = null; Parallel.Invoke(() => a = l.Value, () => b = l.Value); Check(a == b); Check(m != LazyThreadSafetyMode.ExecutionAndPublication || n == 1); } }", TestName = "Lazy modes")]
    [TestCase("object? o; public void Run() { object? a = null, b = null; Parallel.Invoke(() => a = LazyInitializer.EnsureInitialized(ref o, () => new object()), () => b = LazyInitializer.EnsureInitialized(ref o, () => new object())); Check(a == b); }", TestName = "LazyInitializer")]
    [TestCase("public async Task Run() { var w = Stopwatch.StartNew(); var n = 0; for (var i = 0; i < 5000; i++) { n += i; if (w.ElapsedMilliseconds > 100) throw new TimeoutException(); } Check(n > 0); await Task.Delay(50); Check(w.ElapsedMilliseconds == 50, \"\" + w.ElapsedMilliseconds); }", TestName = "long computation that reads the clock")]
    [TestCase("public async Task Run() { var w = Stopwatch.StartNew(); var d = Task.Delay(50); void Work() { for (var i = 0; i < 3000; i++) _ = w.ElapsedMilliseconds; Check(w.ElapsedMilliseconds == 0); } await Task.WhenAll(Task.Run(Work), Task.Run(Work)); await d; }", TestName = "two computations that read the clock, delay elsewhere")]
    [TestCase("public void Run() { var w = Stopwatch.StartNew(); while (w.ElapsedMilliseconds < 5) { } }", TestName = "busy wait on the clock")]
    [TestCase("public void Run() { var end = DateTime.UtcNow.AddMilliseconds(5); while (DateTime.UtcNow < end) { } }", TestName = "busy wait until")]
    [TestCase("static class S { public static int X = Task.Run(() => 1).Result; } public void Run() { Parallel.Invoke(() => Check(S.X == 1), () => Check(S.X == 1)); }", TestName = "static initialiser that runs a task")]
    public void Holds(string members) => Woven.ShouldHold(members, new ExplorationOptions { Schedules = 50 });

    [TestCase("ImmutableList<int> l = ImmutableList<int>.Empty; public void Run() { Parallel.Invoke(Go, Go); Check(l.Count == 2); void Go() { var n = Volatile.Read(ref l).Count; ImmutableInterlocked.Update(ref l, x => x.Count == n ? x.Add(1) : x); } }", TestName = "ImmutableInterlocked broken twin")]
    [TestCase("public async Task Run() { var seen = new ConcurrentQueue<int>(); var done = new TaskCompletionSource(); var p = new Progress<int>(x => { seen.Enqueue(x); if (seen.Count == 2) done.TrySetResult(); }); ((IProgress<int>)p).Report(1); ((IProgress<int>)p).Report(2); await done.Task; Check(seen.ToArray() is [1, 2]); }", TestName = "Progress order")]
    [TestCase("public async Task Run() { var seen = 0; IProgress<int> p = new Progress<int>(x => Interlocked.Increment(ref seen)); p.Report(1); await Task.Yield(); Check(Volatile.Read(ref seen) == 1); }", TestName = "Progress not awaited")]
    public void Fails(string members) => Woven.ShouldFail(members, FailureKind.Assertion);

    [TestCase("public async Task Run() { var seen = 0; IProgress<int> p = new Progress<int>(x => seen++); p.Report(1); p.Report(2); await Task.Delay(10); }", TestName = "Progress race")]
    public void Is_a_data_race(string members) => Woven.ShouldFail(members, FailureKind.DataRace);

    [TestCase("static class S { public static int X = Make(); static int Make() { var t = Task.Run(() => Y); t.Wait(); return 1; } public static int Y = 2; static S() { } } public void Run() { Check(S.X == 1); }", TestName = "static initialiser that waits for another task")]
    [TestCase("static class S { public static int X = Make(); static int Make() { lock (Gate.O) return 1; } static S() { } } static class Gate { public static object O = new(); } public void Run() { Parallel.Invoke(() => Check(S.X == 1), () => { lock (Gate.O) Check(S.X == 1); }); }", TestName = "static initialiser with a lock that its user holds")]
    public void Is_a_deadlock(string members) =>
        Woven.ShouldFail(members, FailureKind.Deadlock).Message.ShouldContain("the type initialiser of");

    [TestCase("dynamic d = new List<int>(); d.Add(1);", "Microsoft.CSharp.RuntimeBinder.Binder.InvokeMember")]
    [TestCase("new FileSystemWatcher();", "new System.IO.FileSystemWatcher")]
    [TestCase("new Mutex(false, \"everybody's\");", "new System.Threading.Mutex")]
    [TestCase("TaskScheduler.UnobservedTaskException += (_, _) => { };", "System.Threading.Tasks.TaskScheduler.add_UnobservedTaskException")]
    [TestCase("_ = new ManualResetEventSlim().WaitHandle;", "System.Threading.ManualResetEventSlim.WaitHandle")]
    public void Is_refused_by_name(string statement, string api) =>
        Snippet.Weave("static class P { static void Run() { " + statement + " } }").Unsupported.Select(found => found.Api).ShouldContain(api);

    [TestCase("class S : TaskScheduler { protected override void QueueTask(Task t) => TryExecuteTask(t); protected override bool TryExecuteTaskInline(Task t, bool q) => false; protected override IEnumerable<Task> GetScheduledTasks() => []; } public void Run() => Parallel.For(0, 2, new ParallelOptions { TaskScheduler = new S() }, _ => { });", "unsupported: a TaskScheduler of the program's own in ParallelOptions at Snippet.cs:12")]
    [TestCase("class S : TaskScheduler { protected override void QueueTask(Task t) => TryExecuteTask(t); protected override bool TryExecuteTaskInline(Task t, bool q) => false; protected override IEnumerable<Task> GetScheduledTasks() => []; } public void Run() => new ConcurrentExclusiveSchedulerPair(new S());", "unsupported: a TaskScheduler of the program's own beneath a ConcurrentExclusiveSchedulerPair at Snippet.cs:12")]
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
