namespace Differential;

/// <summary>Every modelled type that can be disposed of: by each way that C# has, and each member after it.</summary>
public static class Disposing
{
    /// <summary>The types that are disposed of here.</summary>
    internal static IReadOnlyList<Type> Types => [.. Kinds().Select(static kind => kind.Make().Made.GetType())];

    public static IEnumerable<Case> By_Dispose() => After((_, dispose) => dispose());

    public static IEnumerable<Case> By_using() => After((made, _) =>
    {
        using (made)
        {
        }
    });

    public static IEnumerable<Case> By_using_of_any_type() => After((made, _) => Use(made));

    public static IEnumerable<Case> By_the_interface() => After((made, _) => made.Dispose());

    public static IEnumerable<Case> By_a_delegate_of_the_interface() => After((made, _) =>
    {
        Action dispose = made.Dispose;
        dispose();
    });

    public static IEnumerable<Case> By_a_list_of_disposables() => After((made, _) =>
    {
        var all = new List<IDisposable> { made };
        all.ForEach(one => one.Dispose());
    });

    public static IEnumerable<Case> Twice() => After((made, dispose) =>
    {
        dispose();
        made.Dispose();
        dispose();
    });

    public static IEnumerable<Case> By_await_using() => AfterAsync(async made =>
    {
        await using (made)
        {
        }
    });

    public static IEnumerable<Case> By_await_using_without_context() => AfterAsync(async made =>
    {
        await using (made.ConfigureAwait(false))
        {
        }
    });

    public static IEnumerable<Case> By_await_using_of_any_type() => AfterAsync(UseAsync);

    public static IEnumerable<Case> By_DisposeAsync() => AfterAsync(async made => await made.DisposeAsync());

    private static void Use<T>(T made)
        where T : IDisposable
    {
        using (made)
        {
        }
    }

    private static async Task UseAsync<T>(T made)
        where T : IAsyncDisposable
    {
        await using (made)
        {
        }
    }

    private static IEnumerable<Case> After(Action<IDisposable, Action> dispose) => Kinds().Select(kind => new Case(kind.Name, log =>
    {
        var (made, disposal, members) = kind.Make();
        log.Try(() => dispose(made, disposal), "dispose");
        foreach (var (name, act) in members)
            log.Try(act, name);
        return Task.CompletedTask;
    }));

    private static IEnumerable<Case> AfterAsync(Func<IAsyncDisposable, Task> dispose) => Kinds()
        .Where(kind => kind.Make().Made is IAsyncDisposable)
        .Select(kind => new Case(kind.Name, async log =>
        {
            var (made, _, members) = kind.Make();
            await log.Await(() => dispose((IAsyncDisposable)made), "dispose");
            foreach (var (name, act) in members)
                log.Try(act, name);
        }));

    private static IEnumerable<(string Name, Func<(IDisposable Made, Action Dispose, (string, Func<object?>)[] Members)> Make)> Kinds() =>
    [
        ("SemaphoreSlim", () =>
        {
            var it = new SemaphoreSlim(1);
            return (it, it.Dispose,
            [
                ("CurrentCount", () => it.CurrentCount),
                ("Wait", () => { it.Wait(); return 0; }),
                ("Wait(0)", () => it.Wait(0)),
                ("Wait(token)", () => { it.Wait(CancellationToken.None); return 0; }),
                ("WaitAsync", () => it.WaitAsync()),
                ("WaitAsync(0)", () => it.WaitAsync(0)),
                ("Release", () => it.Release()),
                ("Release(2)", () => it.Release(2)),
                ("AvailableWaitHandle", () => it.GetType().Name),
            ]);
        }),
        ("ManualResetEventSlim", () =>
        {
            var it = new ManualResetEventSlim();
            return (it, it.Dispose,
            [
                ("IsSet", () => it.IsSet),
                ("Set", () => { it.Set(); return 0; }),
                ("IsSet after Set", () => it.IsSet),
                ("Reset", () => { it.Reset(); return 0; }),
                ("Wait", () => { it.Wait(); return 0; }),
                ("Wait(0)", () => it.Wait(0)),
                ("Wait(span)", () => it.Wait(TimeSpan.Zero)),
                ("Wait(token)", () => { it.Wait(CancellationToken.None); return 0; }),
                ("Wait(cancelled)", () => { it.Wait(new CancellationToken(true)); return 0; }),
                ("SpinCount", () => it.SpinCount),
            ]);
        }),
        ("CountdownEvent", () =>
        {
            var it = new CountdownEvent(2);
            return (it, it.Dispose,
            [
                ("CurrentCount", () => it.CurrentCount),
                ("InitialCount", () => it.InitialCount),
                ("IsSet", () => it.IsSet),
                ("Signal", () => it.Signal()),
                ("Signal(2)", () => it.Signal(2)),
                ("AddCount", () => { it.AddCount(); return 0; }),
                ("TryAddCount", () => it.TryAddCount()),
                ("Reset", () => { it.Reset(); return 0; }),
                ("Reset(1)", () => { it.Reset(1); return 0; }),
                ("Wait", () => { it.Wait(); return 0; }),
                ("Wait(0)", () => it.Wait(0)),
            ]);
        }),
        ("Barrier", () =>
        {
            var it = new Barrier(1);
            return (it, it.Dispose,
            [
                ("ParticipantCount", () => it.ParticipantCount),
                ("ParticipantsRemaining", () => it.ParticipantsRemaining),
                ("CurrentPhaseNumber", () => it.CurrentPhaseNumber),
                ("AddParticipant", () => it.AddParticipant()),
                ("AddParticipants", () => it.AddParticipants(2)),
                ("RemoveParticipant", () => { it.RemoveParticipant(); return 0; }),
                ("RemoveParticipants", () => { it.RemoveParticipants(1); return 0; }),
                ("SignalAndWait", () => { it.SignalAndWait(); return 0; }),
                ("SignalAndWait(0)", () => it.SignalAndWait(0)),
                ("SignalAndWait(cancelled)", () => { it.SignalAndWait(new CancellationToken(true)); return 0; }),
            ]);
        }),
        ("ReaderWriterLockSlim", () =>
        {
            var it = new ReaderWriterLockSlim();
            return (it, it.Dispose,
            [
                ("EnterReadLock", () => { it.EnterReadLock(); return 0; }),
                ("TryEnterReadLock", () => it.TryEnterReadLock(0)),
                ("EnterWriteLock", () => { it.EnterWriteLock(); return 0; }),
                ("TryEnterWriteLock", () => it.TryEnterWriteLock(0)),
                ("EnterUpgradeableReadLock", () => { it.EnterUpgradeableReadLock(); return 0; }),
                ("TryEnterUpgradeableReadLock", () => it.TryEnterUpgradeableReadLock(TimeSpan.Zero)),
                ("ExitReadLock", () => { it.ExitReadLock(); return 0; }),
                ("ExitWriteLock", () => { it.ExitWriteLock(); return 0; }),
                ("ExitUpgradeableReadLock", () => { it.ExitUpgradeableReadLock(); return 0; }),
                ("IsReadLockHeld", () => it.IsReadLockHeld),
                ("IsWriteLockHeld", () => it.IsWriteLockHeld),
                ("CurrentReadCount", () => it.CurrentReadCount),
                ("WaitingReadCount", () => it.WaitingReadCount),
                ("RecursionPolicy", () => it.RecursionPolicy),
            ]);
        }),
        ("ThreadLocal", () =>
        {
            var it = new ThreadLocal<int>(() => 5, trackAllValues: true);
            return (it, it.Dispose,
            [
                ("IsValueCreated", () => it.IsValueCreated),
                ("Value", () => it.Value),
                ("set Value", () => it.Value = 3),
                ("Values", () => it.Values),
            ]);
        }),
        ("CancellationTokenSource", () =>
        {
            var it = new CancellationTokenSource();
            var token = it.Token;
            return (it, it.Dispose,
            [
                ("IsCancellationRequested", () => it.IsCancellationRequested),
                ("Token", () => it.Token.CanBeCanceled),
                ("Cancel", () => { it.Cancel(); return 0; }),
                ("Cancel(true)", () => { it.Cancel(true); return 0; }),
                ("CancelAsync", () => it.CancelAsync()),
                ("CancelAfter", () => { it.CancelAfter(5); return 0; }),
                ("CancelAfter(span)", () => { it.CancelAfter(TimeSpan.FromSeconds(1)); return 0; }),
                ("TryReset", () => it.TryReset()),
                ("token.IsCancellationRequested", () => token.IsCancellationRequested),
                ("token.Register", () => { token.Register(() => { }); return 0; }),
                ("token.UnsafeRegister", () => { token.UnsafeRegister(_ => { }, null); return 0; }),
                ("token.WaitHandle", () => token.WaitHandle.WaitOne(0)),
                ("token.ThrowIfCancellationRequested", () => { token.ThrowIfCancellationRequested(); return 0; }),
                ("Delay(token)", () => Task.Delay(0, token)),
                ("linked", () => { CancellationTokenSource.CreateLinkedTokenSource(token); return 0; }),
            ]);
        }),
        ("CancellationTokenSource, cancelled", () =>
        {
            var it = new CancellationTokenSource();
            it.Cancel();
            var token = it.Token;
            return (it, it.Dispose,
            [
                ("IsCancellationRequested", () => it.IsCancellationRequested),
                ("Token", () => it.Token.IsCancellationRequested),
                ("Cancel", () => { it.Cancel(); return 0; }),
                ("CancelAsync", () => it.CancelAsync()),
                ("CancelAfter", () => { it.CancelAfter(5); return 0; }),
                ("TryReset", () => it.TryReset()),
                ("token.IsCancellationRequested", () => token.IsCancellationRequested),
                ("token.Register", () => { var n = 0; token.Register(() => n++); return n; }),
                ("token.WaitHandle", () => token.WaitHandle.WaitOne(0)),
                ("Delay(token)", () => Task.Delay(10, token)),
            ]);
        }),
        ("linked CancellationTokenSource", () =>
        {
            var outer = new CancellationTokenSource();
            var it = CancellationTokenSource.CreateLinkedTokenSource(outer.Token);
            var token = it.Token;
            return (it, it.Dispose,
            [
                ("Token", () => it.Token.CanBeCanceled),
                ("Cancel", () => { it.Cancel(); return 0; }),
                ("outer.Cancel", () => { outer.Cancel(); return 0; }),
                ("token.IsCancellationRequested", () => token.IsCancellationRequested),
                ("CancelAfter", () => { it.CancelAfter(5); return 0; }),
                ("TryReset", () => it.TryReset()),
            ]);
        }),
        ("Timer", () =>
        {
            var it = new Timer(_ => { });
            return (it, it.Dispose,
            [
                ("Change", () => it.Change(-1, -1)),
                ("Change(span)", () => it.Change(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1))),
            ]);
        }),
        ("ITimer", () =>
        {
            var it = TimeProvider.System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return (it, it.Dispose, [("Change", () => it.Change(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)))]);
        }),
        ("PeriodicTimer", () =>
        {
            var it = new PeriodicTimer(TimeSpan.FromSeconds(1));
            return (it, it.Dispose,
            [
                ("WaitForNextTickAsync", () => it.WaitForNextTickAsync().AsTask()),
                ("WaitForNextTickAsync(cancelled)", () => it.WaitForNextTickAsync(new CancellationToken(true)).AsTask().Status),
                ("Period", () => it.Period),
                ("set Period", () => it.Period = TimeSpan.FromSeconds(2)),
            ]);
        }),
        ("System.Timers.Timer", () =>
        {
            var it = new System.Timers.Timer(600_000);
            it.Start();
            return (it, it.Dispose,
            [
                ("Enabled", () => it.Enabled),
                ("Interval", () => it.Interval),
                ("set Interval", () => it.Interval = 700_000),
                ("AutoReset", () => it.AutoReset),
                ("Stop", () => { it.Stop(); return 0; }),
                ("Start", () => { it.Start(); return 0; }),
                ("Close", () => { it.Close(); return 0; }),
            ]);
        }),
        ("BlockingCollection", () =>
        {
            var it = new BlockingCollection<int>(5) { 1 };
            return (it, it.Dispose,
            [
                ("Add", () => { it.Add(1); return 0; }),
                ("TryAdd", () => it.TryAdd(1)),
                ("Take", () => it.Take()),
                ("TryTake", () => it.TryTake(out _)),
                ("Count", () => it.Count),
                ("BoundedCapacity", () => it.BoundedCapacity),
                ("IsAddingCompleted", () => it.IsAddingCompleted),
                ("IsCompleted", () => it.IsCompleted),
                ("CompleteAdding", () => { it.CompleteAdding(); return 0; }),
                ("ToArray", () => it.ToArray()),
                ("CopyTo", () => { it.CopyTo(new int[5], 0); return 0; }),
                ("GetConsumingEnumerable", () => it.GetConsumingEnumerable().Count()),
                ("TakeFromAny", () => BlockingCollection<int>.TakeFromAny([it], out _)),
                ("AddToAny", () => BlockingCollection<int>.AddToAny([it], 1)),
            ]);
        }),
        ("ManualResetEvent", () =>
        {
            var it = new ManualResetEvent(true);
            return (it, it.Dispose,
            [
                ("Set", () => it.Set()),
                ("Reset", () => it.Reset()),
                ("WaitOne", () => it.WaitOne()),
                ("WaitOne(0)", () => it.WaitOne(0)),
                ("WaitAny", () => WaitHandle.WaitAny([it])),
                ("WaitAll", () => WaitHandle.WaitAll([it], 0)),
            ]);
        }),
        ("AutoResetEvent", () =>
        {
            var it = new AutoResetEvent(true);
            return (it, it.Dispose, [("Set", () => it.Set()), ("Reset", () => it.Reset()), ("WaitOne", () => it.WaitOne())]);
        }),
        ("EventWaitHandle", () =>
        {
            var it = new EventWaitHandle(true, EventResetMode.AutoReset);
            return (it, it.Dispose, [("Set", () => it.Set()), ("Reset", () => it.Reset()), ("WaitOne", () => it.WaitOne())]);
        }),
        ("WaitHandle by Close", () =>
        {
            var it = new ManualResetEvent(true);
            return (it, it.Close, [("Set", () => it.Set()), ("WaitOne", () => it.WaitOne())]);
        }),
        ("Mutex", () =>
        {
            var it = new Mutex();
            return (it, it.Dispose, [("WaitOne", () => it.WaitOne()), ("ReleaseMutex", () => { it.ReleaseMutex(); return 0; })]);
        }),
        ("Semaphore", () =>
        {
            var it = new Semaphore(1, 2);
            return (it, it.Dispose, [("WaitOne", () => it.WaitOne()), ("Release", () => it.Release()), ("Release(2)", () => it.Release(2))]);
        }),
        ("Task", () =>
        {
            var it = Task.FromResult(4);
            return (it, it.Dispose,
            [
                ("Status", () => it.Status),
                ("IsCompleted", () => it.IsCompleted),
                ("Result", () => it.Result),
                ("Wait", () => { it.Wait(); return 0; }),
                ("AsyncWaitHandle", () => ((IAsyncResult)it).AsyncWaitHandle.WaitOne(0)),
            ]);
        }),
        ("Task, not ended", () =>
        {
            var it = new TaskCompletionSource().Task;
            return (it, it.Dispose, [("Status", () => it.Status)]);
        }),
        ("CancellationTokenRegistration", () =>
        {
            var source = new CancellationTokenSource();
            var called = 0;
            var it = source.Token.Register(() => called++);
            return (it, it.Dispose,
            [
                ("Token", () => it.Token == source.Token),
                ("Unregister", () => it.Unregister()),
                ("called", () => { source.Cancel(); return called; }),
            ]);
        }),
        ("an object of the program's own", () =>
        {
            var it = new Counting();
            return (it, it.Dispose, [("Count", () => it.Count)]);
        }),
        ("a struct of the program's own", () =>
        {
            var count = new Counting();
            IDisposable it = new Wrapping(count);
            return (it, it.Dispose, [("Count", () => count.Count)]);
        }),
        ("a semaphore of the program's own", () =>
        {
            var it = new DerivedSemaphore();
            return (it, it.Dispose, [("Wait", () => it.Wait(0)), ("Disposals", () => it.Disposals)]);
        }),
        ("a source of the program's own", () =>
        {
            var it = new DerivedSource();
            return (it, it.Dispose, [("Cancel", () => { it.Cancel(); return 0; }), ("Disposals", () => it.Disposals)]);
        }),
        ("a stream", () =>
        {
            var it = new MemoryStream([1, 2]);
            return (it, it.Dispose, [("ReadByte", () => it.ReadByte())]);
        }),
    ];

    private sealed class Counting : IDisposable, IAsyncDisposable
    {
        public int Count { get; private set; }

        public void Dispose() => Count++;

        public ValueTask DisposeAsync()
        {
            Count += 10;
            return default;
        }
    }

    private readonly struct Wrapping(Counting inner) : IDisposable
    {
        public void Dispose() => inner.Dispose();
    }

    private sealed class DerivedSemaphore() : SemaphoreSlim(1)
    {
        public int Disposals { get; private set; }

        protected override void Dispose(bool disposing)
        {
            Disposals++;
            base.Dispose(disposing);
        }
    }

    private sealed class DerivedSource : CancellationTokenSource
    {
        public int Disposals { get; private set; }

        protected override void Dispose(bool disposing)
        {
            Disposals++;
            base.Dispose(disposing);
        }
    }
}
