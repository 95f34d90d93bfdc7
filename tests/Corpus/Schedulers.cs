using System.Runtime.CompilerServices;

namespace Corpus;

/// <summary>Where tasks run: schedulers, factories and method builders of one's own, and threads that are interrupted.</summary>
public static class Schedulers
{
    private static int total;

    [Correct]
    public static async Task Exclusive_tasks_need_no_lock()
    {
        var pair = new ConcurrentExclusiveSchedulerPair();
        var factory = new TaskFactory(pair.ExclusiveScheduler);
        await Task.WhenAll(factory.StartNew(() => total++), factory.StartNew(() => total++));
        Expect(2, total);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Concurrent_tasks_do()
    {
        var pair = new ConcurrentExclusiveSchedulerPair();
        var factory = new TaskFactory(pair.ConcurrentScheduler);
        await Task.WhenAll(factory.StartNew(() => total++), factory.StartNew(() => total++));
    }

    [Correct]
    public static async Task Exclusive_task_beside_concurrent_ones()
    {
        var pair = new ConcurrentExclusiveSchedulerPair();
        var reads = new TaskFactory<int>(pair.ConcurrentScheduler);
        var write = Task.Factory.StartNew(
            () => total = 1, CancellationToken.None, TaskCreationOptions.None, pair.ExclusiveScheduler);
        var seen = await Task.WhenAll(reads.StartNew(() => total), reads.StartNew(() => total));
        await write;
        Expect(seen is [0 or 1, 0 or 1]);
        pair.Complete();
        await pair.Completion;
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Exclusive_task_that_awaits_lets_others_in()
    {
        var pair = new ConcurrentExclusiveSchedulerPair();
        var factory = new TaskFactory(pair.ExclusiveScheduler);
        await Task.WhenAll(factory.StartNew(AddAsync).Unwrap(), factory.StartNew(AddAsync).Unwrap());
        Expect(2, total);

        static async Task AddAsync()
        {
            var before = total;
            await Task.Yield();
            total = before + 1;
        }
    }

    [Correct]
    public static async Task One_thread_for_all_tasks()
    {
        using var queue = new OneThread();
        var factory = new TaskFactory(queue);
        await Task.WhenAll(factory.StartNew(() => total++), factory.StartNew(() => total++), factory.StartNew(ThenMore).Unwrap());
        Expect(3, total);

        // The rest of an async method goes back to the scheduler that it started on.
        static async Task ThenMore()
        {
            await Task.Yield();
            total++;
        }
    }

    [Broken(FailureKind.DataRace)]
    public static async Task One_thread_for_all_tasks_but_not_for_what_comes_after()
    {
        using var queue = new OneThread();
        var factory = new TaskFactory(queue);
        await Task.WhenAll(factory.StartNew(ThenMore).Unwrap(), factory.StartNew(() => total++));

        static async Task ThenMore()
        {
            await Task.Run(() => { }).ConfigureAwait(false);
            total++;
        }
    }

    [Correct]
    public static async Task Task_that_waits_for_another_of_its_scheduler()
    {
        using var queue = new OneThread();
        var factory = new TaskFactory(queue);

        // The one thread runs the inner task while it waits for it.
        await factory.StartNew(() => Expect(7, factory.StartNew(() => 7).Result));
    }

    [Broken(FailureKind.Deadlock)]
    public static async Task Task_that_waits_for_what_its_scheduler_will_not_run()
    {
        using var queue = new OneThread();
        var factory = new TaskFactory(queue);
        var other = new TaskCompletionSource<int>();
        _ = factory.StartNew(() => other.Task.Wait());
        await factory.StartNew(() => other.SetResult(1));
    }

    [Correct]
    public static void Interrupted_thread_gives_the_lock_back()
    {
        var gate = new object();
        var thread = new Thread(() =>
        {
            lock (gate)
            {
                try
                {
                    while (true)
                        Monitor.Wait(gate);
                }
                catch (ThreadInterruptedException)
                {
                    total++;
                }
            }
        });
        thread.Start();
        thread.Interrupt();
        thread.Join();
        Expect(1, total);
        lock (gate)
            total++;
    }

    [Broken(FailureKind.UnhandledException)]
    public static void Interrupted_thread_that_did_not_expect_it()
    {
        var thread = new Thread(() => Thread.Sleep(Timeout.Infinite));
        thread.Start();
        thread.Interrupt();
        thread.Join();
    }

    [Correct]
    public static async Task Pooled_value_tasks()
    {
        await Twice(async () => Interlocked.Add(ref total, await Pooled(2)));
        Expect(4, total);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Pooled_value_tasks_with_a_sum_between()
    {
        await Twice(async () => total += await Pooled(2));
    }

    [Correct]
    public static async Task Builder_of_ones_own()
    {
        var first = Handmade(1);
        var second = Handmade(2);
        Expect(3, await first.Task + await second.Task);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Builder_of_ones_own_with_a_sum_between()
    {
        var first = Adding();
        var second = Adding();
        await first.Task;
        await second.Task;

        static async Promise<int> Adding()
        {
            await Task.Yield();
            return ++total;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<int> Pooled(int number)
    {
        await Task.Yield();
        return number;
    }

    private static async Promise<int> Handmade(int number)
    {
        await Task.Run(() => { });
        await Task.Yield();
        return number;
    }

    [AsyncMethodBuilder(typeof(PromiseBuilder<>))]
    private sealed class Promise<T>
    {
        public TaskCompletionSource<T> Source { get; } = new();

        public Task<T> Task => Source.Task;
    }

    private struct PromiseBuilder<T>
    {
        public Promise<T> Task { get; private set; }

        public static PromiseBuilder<T> Create() => new() { Task = new() };

        public readonly void Start<TStateMachine>(ref TStateMachine machine)
            where TStateMachine : IAsyncStateMachine => machine.MoveNext();

        public readonly void SetStateMachine(IAsyncStateMachine machine) => _ = machine;

        public readonly void SetResult(T result) => Task.Source.SetResult(result);

        public readonly void SetException(Exception exception) => Task.Source.SetException(exception);

        public readonly void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine machine)
            where TAwaiter : INotifyCompletion
            where TStateMachine : IAsyncStateMachine
        {
            IAsyncStateMachine boxed = machine;
            awaiter.OnCompleted(boxed.MoveNext);
        }

        public readonly void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine machine)
            where TAwaiter : ICriticalNotifyCompletion
            where TStateMachine : IAsyncStateMachine
        {
            IAsyncStateMachine boxed = machine;
            awaiter.UnsafeOnCompleted(boxed.MoveNext);
        }
    }

    private sealed class OneThread : TaskScheduler, IDisposable
    {
        private readonly System.Collections.Concurrent.BlockingCollection<Task> queue = [];
        private readonly Thread thread;

        public OneThread()
        {
            thread = new Thread(Work) { IsBackground = true };
            thread.Start();
        }

        public void Dispose() => queue.CompleteAdding();

        protected override void QueueTask(Task task) => queue.Add(task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
            Thread.CurrentThread == thread && TryExecuteTask(task);

        protected override IEnumerable<Task> GetScheduledTasks() => queue;

        private void Work()
        {
            foreach (var task in queue.GetConsumingEnumerable())
                TryExecuteTask(task);
        }
    }
}
