using System.Collections.Concurrent;

namespace Interleaving.NUnit.Tests;

/// <summary>Whatever a program is made of, the simulated cores are as busy as real ones would be.</summary>
[TestFixture]
internal sealed class CoresOnProgramsTests
{
    private const int Units = 10_000;

    private static readonly ConcurrentDictionary<string, Action<int>> Ways = new(StringComparer.Ordinal)
    {
        ["threads"] = WithThreads,
        ["tasks"] = cores => Task.WaitAll([.. Enumerable.Range(0, cores).Select(_ => Task.Run(Compute))]),
        ["long-running tasks"] = cores => Task.WaitAll([.. Enumerable.Range(0, cores).Select(_ => Task.Factory.StartNew(
            Compute, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]),
        ["awaited tasks"] = cores => Task.WhenAll(Enumerable.Range(0, cores).Select(_ => Task.Run(ComputeAsync))).GetAwaiter().GetResult(),
        ["continuations"] = cores => Task.WaitAll([.. Enumerable.Range(0, cores).Select(_ =>
            Task.Run(() => { }).ContinueWith(_ => Compute(), TaskScheduler.Default))]),
        ["parallel for"] = cores => Parallel.For(0, cores, _ => Compute()),
        ["parallel foreach"] = cores => Parallel.ForEach(Enumerable.Range(0, cores), _ => Compute()),
        ["parallel invoke"] = cores => Parallel.Invoke([.. Enumerable.Repeat<Action>(Compute, cores)]),
        ["parallel foreach async"] = cores =>
            Parallel.ForEachAsync(Enumerable.Range(0, cores), async (_, _) => await ComputeAsync()).GetAwaiter().GetResult(),
        ["a parallel query"] = cores => Enumerable.Range(0, cores).AsParallel().ForAll(_ => Compute()),
        ["work items"] = WithWorkItems,
        ["threads and an event"] = WithAnEvent,
    };

    [Test, Pairwise]
    public void Equal_parts_keep_all_cores_busy(
        [Values("threads", "tasks", "long-running tasks", "awaited tasks", "continuations", "parallel for", "parallel foreach",
            "parallel invoke", "parallel foreach async", "a parallel query", "work items", "threads and an event")] string way,
        [Values(2, 4, 8)] int cores)
    {
        var run = Ways[way];
        var profile = Cores.Run(cores, () => run(cores));
        profile.Parallelism.ShouldBeGreaterThan(0.97 * cores, profile.ToString());
        profile.Makespan.ShouldBeLessThan(Units + 200);
    }

    [Test]
    public void A_starter_that_goes_on_computing_is_not_held_up_by_what_it_started()
    {
        var profile = Cores.Run(2, () =>
        {
            var thread = new Thread(Compute);
            thread.Start();
            Compute();
            thread.Join();
        });
        profile.Makespan.ShouldBeLessThan(Units + 50);
    }

    [Test]
    public void What_is_started_late_and_ends_early_keeps_nobody_waiting_for_longer()
    {
        var profile = Cores.Run(2, () =>
        {
            var first = new Thread(() => Rounds(8_000));
            first.Start();
            Rounds(1_000);
            var second = new Thread(() => Rounds(2_000));
            second.Start();
            Rounds(4_000);
            second.Join();
            first.Join();
        });

        // From 1,000 on the three share two cores, until the second thread ends at 4,000; the first then has 5,000 left.
        profile.Makespan.ShouldBeInRange(9_000, 9_100);
    }

    [TestCase(6, 4, 1.5)]
    [TestCase(5, 2, 2.5)]
    [TestCase(9, 8, 1.125)]
    public void More_threads_than_cores_share_them_fairly(int threads, int cores, double turns) =>
        Cores.Run(cores, () => WithThreads(threads)).Makespan.ShouldBeInRange((long)(turns * Units), (long)((turns + 0.25) * Units));

    [TestCase(5, 2, 3)]
    [TestCase(5, 4, 2)]
    public void Tasks_wait_in_the_queue_of_the_pool(int tasks, int cores, int turns) =>
        Cores.Run(cores, () => Ways["tasks"](tasks)).Makespan.ShouldBeInRange(turns * Units, (turns * Units) + 100);

    [Test]
    public void A_thousand_tasks_do_not_keep_a_thread_from_its_core()
    {
        var profile = Cores.Run(2, () =>
        {
            var tasks = Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => Rounds(100))).ToArray();
            Compute();
            Task.WaitAll(tasks);
        });

        // 100,000 units of tasks and 10,000 of the thread that started them.
        profile.Makespan.ShouldBeInRange(55_000, 58_000);
    }

    [Test]
    public void Who_waits_leaves_its_core_to_others()
    {
        var profile = Cores.Run(1, () =>
        {
            using var done = new ManualResetEventSlim();
            var waiter = new Thread(done.Wait);
            waiter.Start();
            Compute();
            done.Set();
            waiter.Join();
        });
        profile.Makespan.ShouldBeLessThan(Units + 50);
    }

    [Test]
    public void A_lock_around_the_work_makes_it_sequential_whoever_does_it()
    {
        var gate = new Lock();
        Cores.Run(4, () => Parallel.For(0, 4, _ =>
        {
            lock (gate)
                Compute();
        })).Parallelism.ShouldBeLessThan(1.05);
    }

    [Test]
    public void Tasks_that_spin_for_one_that_has_no_thread_yet_are_told_by_the_pool_in_the_end()
    {
        var profile = Cores.Run(1, () =>
        {
            var told = 0;
            var spinner = Task.Run(() =>
            {
                while (Volatile.Read(ref told) == 0)
                {
                }
            });
            Task.WaitAll(spinner, Task.Run(() => Volatile.Write(ref told, 1)));
        });
        profile.Spawned.ShouldBe(2);
    }

    private static void Compute() => Rounds(Units);

    private static async Task ComputeAsync()
    {
        await Task.Yield();
        Compute();
    }

    private static void Rounds(int units)
    {
        for (var i = 0; i < units; i++)
        {
        }
    }

    private static void WithThreads(int count)
    {
        var threads = new Thread[count];
        for (var i = 0; i < count; i++)
        {
            threads[i] = new Thread(Compute);
            threads[i].Start();
        }

        foreach (var thread in threads)
            thread.Join();
    }

    private static void WithWorkItems(int cores)
    {
        using var left = new CountdownEvent(cores);
        for (var i = 0; i < cores; i++)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                Compute();
                left.Signal();
            });
        }

        left.Wait();
    }

    private static void WithAnEvent(int cores)
    {
        var left = cores;
        using var done = new ManualResetEvent(false);
        for (var i = 0; i < cores; i++)
        {
            new Thread(() =>
            {
                Compute();
                if (Interlocked.Decrement(ref left) == 0)
                    done.Set();
            }).Start();
        }

        done.WaitOne();
    }
}
