namespace Corpus;

/// <summary>The end of things: disposal, and what may still be under way then.</summary>
public static class Disposal
{
    private static int total;

    [Correct]
    public static async Task Async_disposal_waits_for_the_work()
    {
        await using (var worker = new Worker())
            worker.Begin();
        Expect(1, total);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Async_disposal_that_nobody_awaits()
    {
        var worker = new Worker();
        worker.Begin();
        _ = worker.DisposeAsync();
        await Task.Yield();
        Expect(1, Volatile.Read(ref total));
    }

    [Correct]
    public static void Closed_by_the_last_of_its_users()
    {
        var shared = new Counted();
        Twice(() =>
        {
            shared.Use();
            shared.Release();
        });
        shared.Release();
        Expect(shared.IsClosed);
    }

    [Broken(FailureKind.Assertion)]
    public static void Closed_by_its_owner_while_others_use_it()
    {
        var shared = new Counted();
        Together(shared.Use, shared.Close);
    }

    [Correct]
    public static void Disposed_once_by_whoever_is_first()
    {
        var closed = 0;
        var state = 0;
        Twice(() =>
        {
            if (Interlocked.Exchange(ref state, 1) == 0)
                closed++;
        });
        Expect(1, closed);
    }

    [Broken(FailureKind.Assertion)]
    public static void Disposed_by_each_who_finds_it_open()
    {
        var closed = 0;
        var state = 0;
        Twice(() =>
        {
            if (Volatile.Read(ref state) != 0)
                return;
            Volatile.Write(ref state, 1);
            Interlocked.Increment(ref closed);
        });
        Expect(1, closed);
    }

    [Correct]
    public static void Registration_disposed_before_what_it_uses()
    {
        using var source = new CancellationTokenSource();
        var data = new Resource();
        Together(source.Cancel, () =>
        {
            // Dispose waits for a callback that runs on another thread.
            source.Token.Register(data.Touch).Dispose();
            data.Dispose();
        });
    }

    [Broken(FailureKind.Assertion)]
    public static void Registration_only_taken_back()
    {
        using var source = new CancellationTokenSource();
        var data = new Resource();
        Together(source.Cancel, () =>
        {
            // Unregister does not wait.
            source.Token.Register(data.Touch).Unregister();
            data.Dispose();
        });
    }

    [Correct]
    public static async Task Timer_that_disposes_itself()
    {
        var done = new TaskCompletionSource();
        Timer? timer = null;
        timer = new Timer(_ =>
        {
            if (Interlocked.Increment(ref total) < 3)
                return;
            timer!.Dispose();
            done.TrySetResult();
        });
        timer.Change(10, 10);
        await done.Task;
        await Task.Delay(100);
        Expect(3, Volatile.Read(ref total));
    }

    [Broken(FailureKind.UnhandledException)]
    public static async Task Timer_that_may_fire_before_it_is_known()
    {
        Timer? timer = null;
        var made = new TaskCompletionSource();
        _ = Task.Run(() =>
        {
            Volatile.Write(ref timer, new Timer(_ => Volatile.Read(ref timer)!.Dispose(), null, 0, Timeout.Infinite));
            made.SetResult();
        });
        await made.Task;
        await Task.Delay(10);
    }

    [Correct]
    public static async Task Linked_source_disposed_after_the_call()
    {
        using var outer = new CancellationTokenSource();
        var cancel = Task.Run(outer.Cancel);
        try
        {
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(outer.Token);
            linked.CancelAfter(1_000);
            await Task.Delay(500, linked.Token);
        }
        catch (OperationCanceledException)
        {
            Expect(outer.IsCancellationRequested);
        }

        await cancel;
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Linked_source_taken_for_a_timeout()
    {
        using var outer = new CancellationTokenSource();
        var cancel = Task.Run(outer.Cancel);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(outer.Token);
        linked.CancelAfter(1_000);
        try
        {
            await Task.Delay(500, linked.Token);
        }
        catch (OperationCanceledException)
        {
            Expect(!outer.IsCancellationRequested, "timed out, so nobody cancelled");
        }

        await cancel;
    }

    [Correct]
    public static async Task Given_back_to_the_pool_after_the_await() => await Pooled(async slot =>
    {
        var before = slot.Content;
        await Task.Yield();
        slot.Content = before + 1;
    });

    [Broken(FailureKind.DataRace)]
    public static async Task Given_back_to_the_pool_before_the_work_ends() => await Pooled(slot =>
    {
        _ = Task.Run(() => slot.Content++);
        return Task.CompletedTask;
    });

    private static async Task Pooled(Func<Slot, Task> work)
    {
        var pool = new System.Collections.Concurrent.ConcurrentBag<Slot> { new() };
        await Twice(async () =>
        {
            var slot = pool.TryTake(out var free) ? free : new Slot();
            await work(slot);
            pool.Add(slot);
        });
    }

    private sealed class Slot
    {
        public int Content { get; set; }
    }

    private sealed class Resource : IDisposable
    {
        private volatile bool disposed;

        public void Touch() => Expect(!disposed, "touched after its end");

        public void Dispose() => disposed = true;
    }

    private sealed class Worker : IAsyncDisposable
    {
        private Task work = Task.CompletedTask;

        public void Begin() => work = Task.Run(() => Interlocked.Increment(ref total));

        public async ValueTask DisposeAsync() => await work;
    }

    /// <summary>Starts with one user, its owner.</summary>
    private sealed class Counted
    {
        private volatile bool closed;
        private int users = 3;

        public bool IsClosed => closed;

        public void Use() => Expect(!closed, "used after its end");

        public void Close() => closed = true;

        public void Release()
        {
            if (Interlocked.Decrement(ref users) == 0)
                closed = true;
        }
    }
}
