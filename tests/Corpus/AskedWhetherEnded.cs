using System.Collections.Concurrent;

namespace Corpus;

/// <summary>
/// All is done, and the task, the thread or the Lazy does not say so yet: whoever asks in between is told that it goes on.
/// </summary>
public static class AskedWhetherEnded
{
    [Broken(FailureKind.Assertion)]
    public static async Task A_worker_that_found_nothing_more_is_not_started_again()
    {
        ConcurrentQueue<int> queue = new([1]);
        var done = 0;
        var worker = Task.Run(Work);
        queue.Enqueue(2);
        if (worker.IsCompleted)
            worker = Task.Run(Work);
        await worker;
        Expect(2, done);

        void Work()
        {
            while (queue.TryDequeue(out _))
                Interlocked.Increment(ref done);
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Nor_is_an_async_one()
    {
        ConcurrentQueue<int> queue = new([1]);
        var done = 0;
        var worker = WorkAsync();
        queue.Enqueue(2);
        if (worker is { Status: TaskStatus.RanToCompletion })
            worker = WorkAsync();
        await worker;
        Expect(2, done);

        async Task WorkAsync()
        {
            await Task.Yield();
            while (queue.TryDequeue(out _))
                Interlocked.Increment(ref done);
        }
    }

    [Broken(FailureKind.Assertion)]
    public static void Nor_is_a_thread()
    {
        ConcurrentQueue<int> queue = new([1]);
        var done = 0;
        var worker = Started();
        queue.Enqueue(2);
        if (!worker.IsAlive)
            worker = Started();
        worker.Join();
        Expect(2, done);

        Thread Started()
        {
            var thread = new Thread(() =>
            {
                while (queue.TryDequeue(out _))
                    Interlocked.Increment(ref done);
            });
            thread.Start();
            return thread;
        }
    }

    [Correct]
    public static async Task One_that_says_under_the_lock_that_it_ends_is_started_again()
    {
        Queue<int> queue = new([1]);
        var gate = new Lock();
        var working = true;
        var done = 0;
        var first = Task.Run(Work);
        var second = Task.CompletedTask;
        lock (gate)
        {
            queue.Enqueue(2);
            if (!working)
                (working, second) = (true, Task.Run(Work));
        }

        await Task.WhenAll(first, second);
        Expect(2, done);

        void Work()
        {
            while (true)
            {
                lock (gate)
                {
                    if (!queue.TryDequeue(out _))
                    {
                        working = false;
                        return;
                    }
                }

                Interlocked.Increment(ref done);
            }
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task What_a_task_does_last_comes_before_its_end()
    {
        var flag = 0;
        var task = Task.Run(() => Volatile.Write(ref flag, 1));
        if (Volatile.Read(ref flag) == 1)
            Expect(task.IsCompleted);
        await task;
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Who_waits_for_no_time_only_asks()
    {
        var flag = 0;
        var task = Task.Run(() => Volatile.Write(ref flag, 1));
        if (Volatile.Read(ref flag) == 1)
            Expect(task.Wait(0));
        await task;
    }

    [Correct]
    public static async Task Who_has_waited_is_told_that_it_has_ended()
    {
        var flag = 0;
        var task = Task.Run(() => Volatile.Write(ref flag, 1));
        if (Volatile.Read(ref flag) == 1)
        {
            await task;
            Expect(task is { IsCompleted: true, Status: TaskStatus.RanToCompletion } && task.Wait(0));
        }

        await task;
    }

    [Correct]
    public static async Task What_has_ended_has_done_all()
    {
        var flag = 0;
        var task = Task.Run(() => Volatile.Write(ref flag, 1));
        if (task.IsCompleted)
            Expect(1, Volatile.Read(ref flag));
        await task;
    }

    /// <summary>The task that Task.Run makes may end after the one that its function returns.</summary>
    [Correct]
    public static async Task What_a_task_is_made_of_may_have_ended_before_it()
    {
        var done = 0;
        var tasks = new[] { Task.Run(WorkAsync), Task.CompletedTask };
        _ = tasks[0].IsCompleted;
        await Task.WhenAll(tasks);
        Expect(1, done);

        async Task WorkAsync()
        {
            await Task.Yield();
            done++;
        }
    }

    [Correct]
    public static async Task What_is_made_of_something_made_of_others_has_all_that_they_did()
    {
        var done = 0;
        var both = Task.WhenAll(Task.Run(WorkAsync), Task.CompletedTask);
        while (!both.IsCompleted)
            await Task.Yield();
        await Task.WhenAll(both, Task.CompletedTask);
        Expect(1, done);

        async Task WorkAsync()
        {
            await Task.Yield();
            done++;
        }
    }

    [Correct]
    public static async Task So_has_what_waits_for_it_for_a_time()
    {
        var done = 0;
        var both = Task.WhenAll(Task.Run(WorkAsync), Task.CompletedTask);
        _ = both.IsCompleted;
        await both.WaitAsync(TimeSpan.FromSeconds(1));
        Expect(1, done);

        async Task WorkAsync()
        {
            await Task.Yield();
            done++;
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task The_factory_of_a_lazy_has_run_and_the_lazy_does_not_say_so()
    {
        var flag = 0;
        var lazy = new Lazy<int>(() => Interlocked.Increment(ref flag));
        var making = Task.Run(() => lazy.Value);
        if (Volatile.Read(ref flag) == 1)
            Expect(lazy.IsValueCreated);
        await making;
    }

    [Correct]
    public static async Task Who_asks_a_lazy_for_its_value_waits_for_it()
    {
        var flag = 0;
        var lazy = new Lazy<int>(() => Interlocked.Increment(ref flag));
        var making = Task.Run(() => lazy.Value);
        if (lazy.IsValueCreated)
            Expect(1, Volatile.Read(ref flag));
        Expect(1, lazy.Value);
        Expect(lazy.IsValueCreated);
        await making;
    }
}
