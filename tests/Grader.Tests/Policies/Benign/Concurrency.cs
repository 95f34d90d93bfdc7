// ---- async and await
class C { async Task<int> M(Task<int> a, ValueTask<int> b) { try { return await a.ConfigureAwait(false) + await b; } catch (Exception) { await Task.Yield(); throw; } finally { await Task.Delay(1); } } }
// ---- async void and async lambdas
class C { async void Fire() => await Task.Delay(1); Func<Task<int>> M() => async () => { await Task.Delay(1); return 1; }; }
// ---- async streams
using System.Runtime.CompilerServices;
class C { async IAsyncEnumerable<int> Count(int n, [EnumeratorCancellation] CancellationToken token = default) { for (var i = 0; i < n; i++) { await Task.Delay(1, token); yield return i; } } async Task<int> Sum() { var s = 0; await foreach (var x in Count(3).WithCancellation(default).ConfigureAwait(false)) s += x; return s; } }
// ---- async disposal
class C : IAsyncDisposable { public async ValueTask DisposeAsync() { await Task.Yield(); GC.SuppressFinalize(this); } async Task M() { await using var c = new C(); await using (new C().ConfigureAwait(false)) { } } }
// ---- an awaiter of its own
using System.Runtime.CompilerServices;
class Ready<T>(T value) { public Awaiter GetAwaiter() => new(value); public readonly struct Awaiter(T value) : ICriticalNotifyCompletion { public bool IsCompleted => true; public T GetResult() => value; public void OnCompleted(Action c) => c(); public void UnsafeOnCompleted(Action c) => c(); } } class C { async Task<int> M() => await new Ready<int>(3); }
// ---- a task-like type of its own
using System.Runtime.CompilerServices;
[AsyncMethodBuilder(typeof(MineBuilder))] class Mine { public Awaiter GetAwaiter() => new(); public struct Awaiter : INotifyCompletion { public bool IsCompleted => true; public void GetResult() { } public void OnCompleted(Action c) => c(); } } class MineBuilder { public static MineBuilder Create() => new(); public Mine Task { get; } = new(); public void Start<T>(ref T m) where T : IAsyncStateMachine => m.MoveNext(); public void SetStateMachine(IAsyncStateMachine m) { } public void SetResult() { } public void SetException(Exception e) { } public void AwaitOnCompleted<A, S>(ref A a, ref S s) where A : INotifyCompletion where S : IAsyncStateMachine => a.OnCompleted(s.MoveNext); public void AwaitUnsafeOnCompleted<A, S>(ref A a, ref S s) where A : ICriticalNotifyCompletion where S : IAsyncStateMachine => a.UnsafeOnCompleted(s.MoveNext); } class C { async Mine M() { await Task.Yield(); } }
// ---- pooled value tasks
using System.Runtime.CompilerServices;
class C { [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))] async ValueTask<int> M() { await Task.Yield(); return 1; } }
// ---- lock on Lock and on an object
class C { readonly Lock gate = new(); readonly object old = new(); int n; void M() { lock (gate) n++; lock (old) { n--; } lock (this) n += 2; using (gate.EnterScope()) n = 0; } }
// ---- Monitor by hand
class C { readonly object gate = new(); int n; void M() { var taken = false; try { Monitor.Enter(gate, ref taken); while (n == 0) Monitor.Wait(gate); Monitor.PulseAll(gate); } finally { if (taken) Monitor.Exit(gate); } if (Monitor.TryEnter(gate, 100)) Monitor.Exit(gate); } }
// ---- lock on an element, a parameter and a result
class C { readonly object[] gates = [new(), new()]; object Gate() => gates[1]; void M(object g, List<int> l) { lock (gates[0]) { } lock (g) { } lock (Gate()) { } lock (l) l.Add(1); } }
// ---- boxed and generic locks
class C<T> where T : class { void M(T t, int i) { lock (t) { } object b = i; lock (b) { } } }
// ---- Interlocked and Volatile
class C { int n; long l; volatile bool stop; object? o; void M() { Interlocked.Increment(ref n); Interlocked.CompareExchange(ref l, 1, 0); Volatile.Write(ref n, 3); Interlocked.Exchange(ref o, new object()); stop = true; Interlocked.MemoryBarrier(); _ = stop; } }
// ---- threads
class C { int M() { var n = 0; var t = new Thread(() => n = 1) { IsBackground = true, Name = "w" }; t.Start(); t.Join(); Thread.Sleep(1); Thread.Yield(); return n + Thread.CurrentThread.ManagedThreadId + Environment.CurrentManagedThreadId; } }
// ---- tasks and continuations
class C { Task M() => Task.Run(() => 1).ContinueWith(t => t.Result + 1, TaskContinuationOptions.ExecuteSynchronously).ContinueWith(t => { }, TaskScheduler.Default); Task<int[]> A(IEnumerable<Task<int>> ts) => Task.WhenAll(ts); Task L() => Task.Factory.StartNew(() => { }, TaskCreationOptions.LongRunning); }
// ---- completion sources
class C { readonly TaskCompletionSource<int> done = new(TaskCreationOptions.RunContinuationsAsynchronously); Task<int> M() { done.TrySetResult(1); done.TrySetException(new InvalidOperationException()); done.TrySetCanceled(); return done.Task; } }
// ---- cancellation
class C { async Task M(CancellationToken token) { using var own = CancellationTokenSource.CreateLinkedTokenSource(token); own.CancelAfter(TimeSpan.FromSeconds(1)); using var r = own.Token.Register(() => { }); try { await Task.Delay(-1, own.Token); } catch (OperationCanceledException) when (!token.IsCancellationRequested) { throw new TimeoutException(); } token.ThrowIfCancellationRequested(); } }
// ---- semaphores and events
class C { async Task M() { using var s = new SemaphoreSlim(2, 3); await s.WaitAsync(); s.Release(); using var e = new ManualResetEventSlim(); e.Set(); e.Wait(); using var c = new CountdownEvent(3); c.Signal(); using var a = new AutoResetEvent(false); a.Set(); a.WaitOne(5); using var b = new Barrier(2); b.AddParticipant(); } }
// ---- readers and writers
class C { readonly ReaderWriterLockSlim l = new(); int n; int M() { l.EnterReadLock(); try { return n; } finally { l.ExitReadLock(); } } SpinLock s; void N() { var t = false; s.Enter(ref t); s.Exit(); var w = new SpinWait(); w.SpinOnce(); } }
// ---- concurrent collections
using System.Collections.Concurrent;
class C { int M() { var d = new ConcurrentDictionary<string, int>(); d.AddOrUpdate("a", 1, (_, v) => v + 1); var q = new ConcurrentQueue<int>(); q.Enqueue(1); q.TryDequeue(out var x); var b = new BlockingCollection<int>(3); b.Add(1); foreach (var i in b.GetConsumingEnumerable()) x += i; var s = new ConcurrentStack<int>(); s.Push(1); var g = new ConcurrentBag<int> { 2 }; return x + d.GetOrAdd("b", k => k.Length); } }
// ---- channels
using System.Threading.Channels;
class C { async Task<int> M() { var c = Channel.CreateBounded<int>(new BoundedChannelOptions(2) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait }); await c.Writer.WriteAsync(1); c.Writer.Complete(); var s = 0; await foreach (var x in c.Reader.ReadAllAsync()) s += x; return s; } }
// ---- Parallel
using System.Collections.Concurrent;
class C { long M(int[] a) { long sum = 0; Parallel.For(0, a.Length, () => 0L, (i, state, local) => local + a[i], local => Interlocked.Add(ref sum, local)); Parallel.ForEach(Partitioner.Create(0, a.Length), r => { }); Parallel.Invoke(() => { }, () => { }); return sum; } Task F(int[] a, CancellationToken t) => Parallel.ForEachAsync(a, new ParallelOptions { MaxDegreeOfParallelism = 3, CancellationToken = t }, async (x, c) => await Task.Delay(x, c)); }
// ---- PLINQ
class C { int M(int[] a) => a.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Where(x => x > 1).Select(x => x * x).Sum(); void F(int[] a) => a.AsParallel().ForAll(x => { }); }
// ---- ImmutableInterlocked
using System.Collections.Immutable;
class C { ImmutableList<int> l = []; ImmutableDictionary<string, int> d = ImmutableDictionary<string, int>.Empty; void M() { ImmutableInterlocked.Update(ref l, x => x.Add(1)); ImmutableInterlocked.TryAdd(ref d, "a", 1); } }
// ---- a scheduler of its own
class Inline : TaskScheduler { protected override void QueueTask(Task t) => TryExecuteTask(t); protected override bool TryExecuteTaskInline(Task t, bool q) => TryExecuteTask(t); protected override IEnumerable<Task> GetScheduledTasks() => []; }
// ---- a synchronisation context of its own
class Loop : SynchronizationContext { private readonly Queue<(SendOrPostCallback, object?)> work = new(); public override void Post(SendOrPostCallback d, object? s) { lock (work) work.Enqueue((d, s)); } void Run(Func<Task> main) { var old = Current; SetSynchronizationContext(this); try { main(); } finally { SetSynchronizationContext(old); } } }
// ---- progress
class C { async Task M(IProgress<int> p) { p.Report(1); var q = new Progress<int>(x => { }); q.ProgressChanged += (_, _) => { }; await Task.Yield(); } }
// ---- timers
class C { async Task M() { using var t = new PeriodicTimer(TimeSpan.FromSeconds(1)); while (await t.WaitForNextTickAsync()) break; using var o = new Timer(_ => { }, null, 10, 10); o.Change(5, 5); var w = System.Diagnostics.Stopwatch.StartNew(); _ = w.Elapsed + System.Diagnostics.Stopwatch.GetElapsedTime(3); } }
// ---- thread-local and async-local state
class C { readonly ThreadLocal<int> a = new(() => 3, true); static readonly AsyncLocal<string?> b = new(); [ThreadStatic] static int c; int M() { b.Value = "x"; c++; return a.Value + a.Values.Count; } }
// ---- the thread pool
class C { void M() { ThreadPool.QueueUserWorkItem(_ => { }); ThreadPool.QueueUserWorkItem(static (int x) => { }, 3, true); ThreadPool.GetAvailableThreads(out _, out _); } }
// ---- value task sources
using System.Threading.Tasks.Sources;
class C : IValueTaskSource<int> { private ManualResetValueTaskSourceCore<int> core; public int GetResult(short t) => core.GetResult(t); public ValueTaskSourceStatus GetStatus(short t) => core.GetStatus(t); public void OnCompleted(Action<object?> c, object? s, short t, ValueTaskSourceOnCompletedFlags f) => core.OnCompleted(c, s, t, f); ValueTask<int> M() => new(this, core.Version); }
// ---- lazy values, tasks in dictionaries
using System.Collections.Concurrent;
class C { readonly ConcurrentDictionary<string, Lazy<Task<int>>> cache = new(); Task<int> M(string k) => cache.GetOrAdd(k, static key => new Lazy<Task<int>>(() => Task.FromResult(key.Length), LazyThreadSafetyMode.ExecutionAndPublication)).Value; }
// ---- results in the order of completion
class C { async IAsyncEnumerable<T> M<T>(IEnumerable<Task<T>> ts) { await foreach (var t in Task.WhenEach(ts)) yield return await t; } async Task<T> First<T>(List<Task<T>> ts) => await await Task.WhenAny(ts); }
// ---- async LINQ
class C { async Task<int> M(IAsyncEnumerable<int> s) => (await s.Where(x => x > 1).Select(x => x * 2).ToListAsync()).Count; }
// ---- failures of many tasks
class C { async Task<int> M(Task[] ts) { var all = Task.WhenAll(ts); try { await all; return 0; } catch { return all.Exception!.Flatten().InnerExceptions.Count + ts.Count(t => t.IsFaulted || t.IsCanceled); } } Task F() => Task.FromException(new HttpRequestException("x", null, System.Net.HttpStatusCode.NotFound)); }
// ---- waiting with a limit
class C { async Task<bool> M(Task t) { try { await t.WaitAsync(TimeSpan.FromSeconds(1)); return true; } catch (TimeoutException) { return false; } } int S(Task<int> t) => t.Wait(10) ? t.Result : t.GetAwaiter().GetResult(); async Task N(Task t) => await t.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); }
// ---- wait handles
class C { int M() { using var m = new Mutex(); m.WaitOne(); m.ReleaseMutex(); using var s = new Semaphore(1, 2); return WaitHandle.WaitAny([m, s], 5); } }
// ---- execution context
class C { void M() { var c = ExecutionContext.Capture(); ExecutionContext.Run(c!, _ => { }, null); using (ExecutionContext.SuppressFlow()) { } } }
// ---- a cache by weak references
class C { readonly Dictionary<int, WeakReference<string>> cache = []; readonly WeakReference any = new(new object()); string M(int k) { if (cache.TryGetValue(k, out var w) && w.TryGetTarget(out var s)) return s; s = new string('x', k); cache[k] = new(s); w?.SetTarget(s); return any.IsAlive ? s : ""; } }
// ---- ids and names in a log
class C { string M() => $"{Task.CurrentId} {Task.CompletedTask.Id} {TaskScheduler.Current.Id} {Thread.CurrentThread.Name} {Environment.CurrentManagedThreadId} {Thread.CurrentThread.IsThreadPoolThread}"; }
// ---- priority, culture, background
class C { void M() { var t = new Thread(() => { }) { Priority = ThreadPriority.BelowNormal, IsBackground = true, CurrentCulture = System.Globalization.CultureInfo.InvariantCulture }; t.Start(); t.Join(); Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture; } }
// ---- bits and sums by Interlocked
class C { int f; long s; double d; bool M() { Interlocked.Or(ref f, 4); Interlocked.And(ref f, ~1); Interlocked.Add(ref s, 3); double old; do old = d; while (Interlocked.CompareExchange(ref d, old + 1, old) != old); return Interlocked.Read(ref s) == 3; } }
// ---- a bounded buffer by Monitor
class Buffer<T>(int size) { readonly Queue<T> items = new(); readonly object gate = new(); public void Put(T item) { lock (gate) { while (items.Count == size) Monitor.Wait(gate); items.Enqueue(item); Monitor.PulseAll(gate); } } public T Take() { lock (gate) { while (items.Count == 0) Monitor.Wait(gate); var item = items.Dequeue(); Monitor.PulseAll(gate); return item; } } }
// ---- cancelling on the first failure, with a linked source
class C { async Task<T[]> All<T>(IEnumerable<Func<CancellationToken, Task<T>>> work, CancellationToken token) { using var linked = CancellationTokenSource.CreateLinkedTokenSource(token); linked.CancelAfter(TimeSpan.FromSeconds(3)); var tasks = work.Select(async one => { try { return await one(linked.Token); } catch { await linked.CancelAsync(); throw; } }).ToArray(); return await Task.WhenAll(tasks); } }
// ---- retry with a growing delay
class C { async Task<T> Retry<T>(Func<Task<T>> act, TimeProvider time) { for (var n = 1; ; n++) { try { return await act().WaitAsync(TimeSpan.FromSeconds(1), time); } catch (TimeoutException) when (n < 4) { await Task.Delay(TimeSpan.FromMilliseconds(Math.Pow(2, n)), time); } } } }
