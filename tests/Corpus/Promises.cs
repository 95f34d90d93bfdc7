using System.Threading.Tasks.Sources;

namespace Corpus;

/// <summary>Tasks completed by hand: where the continuation runs, and who holds what meanwhile.</summary>
public static class Promises
{
    private static readonly Lock Gate = new();
    private static int total;

    [Correct]
    public static async Task Completed_outside_of_the_lock() => await Answered(TaskCreationOptions.None, source =>
    {
        bool first;
        lock (Gate)
            first = ++total == 1;
        if (first)
            source.SetResult();
    });

    [Broken(FailureKind.Assertion)]
    public static async Task Completed_under_the_lock_with_continuations_inline() =>
        await Answered(TaskCreationOptions.None, UnderTheLock);

    [Correct]
    public static async Task Completed_under_the_lock_with_continuations_elsewhere() =>
        await Answered(TaskCreationOptions.RunContinuationsAsynchronously, UnderTheLock);

    [Broken(FailureKind.Deadlock)]
    public static void Continuation_inline_that_waits_for_its_own_thread()
    {
        var source = new TaskCompletionSource();
        var done = new ManualResetEventSlim();
        var follower = Follow();
        Task.Run(() =>
        {
            source.SetResult();
            done.Set();
        }).Wait();
        follower.Wait();

        async Task Follow()
        {
            await source.Task;
            done.Wait();
        }
    }

    [Correct]
    public static void Continuation_elsewhere_that_waits()
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var done = new ManualResetEventSlim();
        var follower = Follow();
        Task.Run(() =>
        {
            source.SetResult();
            done.Set();
        }).Wait();
        follower.Wait();

        async Task Follow()
        {
            await source.Task;
            done.Wait();
        }
    }

    [Broken(FailureKind.Deadlock)]
    public static async Task Awaits_itself()
    {
        Task? self = null;
        var known = new TaskCompletionSource();
        self = Task.Run(async () =>
        {
            await known.Task;
            await self!;
        });
        known.SetResult();
        await self;
    }

    [Correct]
    public static async Task Async_gate_in_the_order_of_arrival()
    {
        var gate = new AsyncGate();
        await Together(Work, Work, Work);
        Expect(3, total);

        async Task Work()
        {
            using (await gate.EnterAsync())
            {
                var before = total;
                await Task.Yield();
                total = before + 1;
            }
        }
    }

    [Broken(FailureKind.Deadlock)]
    public static async Task Async_gate_that_forgets_the_next()
    {
        var gate = new AsyncGate { Forgets = true };
        await Twice(async () =>
        {
            using (await gate.EnterAsync())
                await Task.Yield();
        });
    }

    [Correct]
    public static async Task Failure_passes_through_finally()
    {
        var gate = new SemaphoreSlim(1);
        var failures = 0;
        await Twice(async () =>
        {
            try
            {
                await gate.WaitAsync();
                try
                {
                    await Task.Yield();
                    throw new FormatException("half way");
                }
                finally
                {
                    await Task.Yield();
                    gate.Release();
                }
            }
            catch (FormatException e) when (e.Message.StartsWith("half", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref failures);
            }
        });
        Expect(2, failures);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Failure_of_whichever_comes_first()
    {
        try
        {
            await await Task.WhenAny(Fails<FormatException>(), Fails<ArithmeticException>());
        }
        catch (FormatException)
        {
            // The other one passes.
        }
    }

    [Correct]
    public static async Task Source_used_again_after_its_result()
    {
        var signal = new Signal();
        for (var round = 1; round <= 2; round++)
        {
            var wait = signal.WaitAsync();
            var set = Task.Run(() => signal.Set(round));
            Expect(round, await wait);
            await set;
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Source_awaited_twice()
    {
        var signal = new Signal();
        var wait = signal.WaitAsync();
        var again = wait;
        var set = Task.Run(() => signal.Set(1));
        Expect(1, await wait);
        signal.Reset();
        Expect(1, await again);
        await set;
    }

    [Correct]
    public static async Task Event_with_async_handlers_gathered()
    {
        var bell = new Bell();
        bell.Rung += AddLater;
        bell.Rung += AddLater;
        await bell.RingAsync();
        Expect(2, total);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Event_with_async_handlers_of_which_one_is_awaited()
    {
        var bell = new Bell();
        bell.Rung += AddLater;
        bell.Rung += AddLater;
        await bell.RingLastAsync();
        Expect(2, Volatile.Read(ref total));
    }

    private static async Task AddLater()
    {
        await Task.Yield();
        Interlocked.Increment(ref total);
    }

    private static async Task Fails<T>()
        where T : Exception, new()
    {
        await Task.Yield();
        throw new T();
    }

    private static void UnderTheLock(TaskCompletionSource source)
    {
        lock (Gate)
        {
            if (++total == 1)
                source.SetResult();
        }
    }

    private static async Task Answered(TaskCreationOptions options, Action<TaskCompletionSource> answer)
    {
        var source = new TaskCompletionSource(options);
        var follower = Follow();
        await Task.Run(() => answer(source));
        await follower;

        async Task Follow()
        {
            await source.Task;
            Expect(!Gate.IsHeldByCurrentThread, "runs under somebody's lock");
        }
    }

    private sealed class Bell
    {
        public event Func<Task>? Rung;

        public Task RingAsync() =>
            Task.WhenAll(Rung?.GetInvocationList().Cast<Func<Task>>().Select(handler => handler()) ?? []);

        public Task RingLastAsync() => Rung?.Invoke() ?? Task.CompletedTask;
    }

    private sealed class AsyncGate
    {
        private readonly Queue<TaskCompletionSource> waiting = new();
        private bool taken;

        public bool Forgets { get; init; }

        public async ValueTask<Leave> EnterAsync()
        {
            TaskCompletionSource? turn = null;
            lock (waiting)
            {
                if (taken)
                    waiting.Enqueue(turn = new(TaskCreationOptions.RunContinuationsAsynchronously));
                taken = true;
            }

            if (turn is not null)
                await turn.Task.ConfigureAwait(false);
            return new Leave(this);
        }

        private void Exit()
        {
            TaskCompletionSource? next;
            lock (waiting)
            {
                if (!waiting.TryDequeue(out next) || Forgets)
                    taken = false;
            }

            if (!Forgets)
                next?.SetResult();
        }

        internal readonly struct Leave(AsyncGate gate) : IDisposable
        {
            public void Dispose() => gate.Exit();
        }
    }

    private sealed class Signal : IValueTaskSource<int>
    {
        private ManualResetValueTaskSourceCore<int> core = new() { RunContinuationsAsynchronously = true };

        public ValueTask<int> WaitAsync() => new(this, core.Version);

        public void Set(int value) => core.SetResult(value);

        public void Reset() => core.Reset();

        public int GetResult(short token)
        {
            var result = core.GetResult(token);
            core.Reset();
            return result;
        }

        public ValueTaskSourceStatus GetStatus(short token) => core.GetStatus(token);

        public void OnCompleted(
            Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            core.OnCompleted(continuation, state, token, flags);
    }
}
