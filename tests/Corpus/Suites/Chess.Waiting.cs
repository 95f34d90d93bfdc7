namespace Corpus.Suites;

/// <content>Those about waiting: monitors, semaphores, events, reader-writer locks and timers.</content>
public static partial class Chess
{
    private static readonly Queue<int> Items = [];
    private static bool running = true;

    [Program("monitor")]
    public static void Monitor1()
    {
        Threads(() => Add(5), () => Add(0));
        Expect(10, Items.Count);

        static void Add(int from)
        {
            for (var i = from; i < from + 5; i++)
            {
                lock (First)
                    Items.Enqueue(i);
            }
        }
    }

    [Program("monitor2")]
    public static void Monitor2()
    {
        Threads(
            () =>
            {
                for (var i = 0; i < 3; i++)
                {
                    lock (First)
                    {
                        while (Items.Count == 2)
                            Monitor.Wait(First);
                        Items.Enqueue(i);
                        Monitor.Pulse(First);
                    }
                }
            },
            () =>
            {
                for (var i = 0; i < 3; i++)
                {
                    lock (First)
                    {
                        while (Items.Count == 0)
                            Monitor.Wait(First);
                        Expect(i, Items.Dequeue());
                        Monitor.Pulse(First);
                    }
                }
            });
        Expect(0, Items.Count);
    }

    [Program("boundedqueue")]
    public static void BoundedQueue()
    {
        Threads(Produce, Produce, () =>
        {
            for (var i = 0; i < 4; i++)
            {
                lock (First)
                {
                    if (Items.Count == 0)
                        Monitor.Wait(First);
                    Items.Dequeue();
                    if (Items.Count == 1)
                        Monitor.Pulse(First);
                }
            }
        });

        static void Produce()
        {
            for (var i = 0; i < 3; i++)
            {
                lock (First)
                {
                    if (Items.Count == 2)
                        Monitor.Wait(First);
                    Items.Enqueue(i);
                    if (Items.Count == 1)
                        Monitor.Pulse(First);
                }
            }
        }
    }

    [Program("semaphore")]
    public static void Semaphore1()
    {
        var pool = new Semaphore(0, 2);
        Thread first = new(Work), second = new(Work);
        first.Start();
        second.Start();
        Thread.Sleep(0);
        pool.Release(2);
        first.Join();
        second.Join();

        void Work()
        {
            pool.WaitOne();
            Thread.Sleep(0);
            pool.Release();
        }
    }

    [Program("mutex")]
    public static void Mutex1()
    {
        var mutex = new Mutex();
        Threads(Work, Work, Work);

        void Work()
        {
            mutex.WaitOne();
            Thread.Sleep(500);
            mutex.ReleaseMutex();
        }
    }

    [Program("autoresetevent")]
    public static void AutoResetEvents()
    {
        AutoResetEvent[] done = [new(false), new(false), new(false)];
        var ready = new ManualResetEvent(false);
        ThreadPool.QueueUserWorkItem(_ => ready.Set());
        for (var i = 0; i < 3; i++)
        {
            var mine = done[i];
            ThreadPool.QueueUserWorkItem(_ =>
            {
                ready.WaitOne();
                mine.Set();
            });
        }

        WaitHandle.WaitAll(done);
        ready.Reset();
    }

    [Program("waitall")]
    public static void WaitAll()
    {
        ManualResetEvent[] done = [new(false), new(false), new(false)];
        for (var i = 0; i < 3; i++)
        {
            var mine = done[i];
            ThreadPool.QueueUserWorkItem(_ =>
            {
                Interlocked.Increment(ref counter);
                mine.Set();
            });
        }

        WaitHandle.WaitAll(done);
    }

    [Program("waitany")]
    public static void WaitAny()
    {
        AutoResetEvent[] found = [new(false), new(false), new(false)];
        for (var i = 0; i < 3; i++)
        {
            var mine = i == 1 ? null : found[i];
            ThreadPool.QueueUserWorkItem(_ => mine?.Set());
        }

        Expect(WaitHandle.WaitAny(found, TimeSpan.FromSeconds(3)) is 0 or 2);
    }

    [Program("threadpool")]
    public static void WorkItem()
    {
        var done = new Semaphore(0, 1);
        ThreadPool.QueueUserWorkItem(_ => done.Release());
        done.WaitOne();
    }

    [Program("readerwriterlock")]
    public static void ReaderWriterLock()
    {
        var gate = new ReaderWriterLockSlim();
        Thread first = new(Read), second = new(Write);
        first.Start();
        second.Start();
        for (var i = 0; i < 3; i++)
            Thread.Sleep(0);
        Volatile.Write(ref running, false);
        first.Join();
        second.Join();

        void Read()
        {
            while (Volatile.Read(ref running))
            {
                Thread.Sleep(0);
                if (!gate.TryEnterReadLock(10))
                    continue;
                Expect(counter >= 0);
                gate.ExitReadLock();
            }
        }

        void Write()
        {
            while (Volatile.Read(ref running))
            {
                Thread.Sleep(0);
                if (!gate.TryEnterWriteLock(100))
                    continue;
                counter++;
                gate.ExitWriteLock();
            }
        }
    }

    [Program("timer2")]
    public static void Timer2()
    {
        var timer = new Timer(_ => Interlocked.Increment(ref counter), null, 0, Timeout.Infinite);
        Thread.Sleep(2_000);
        timer.Dispose();
    }

    [Program("timer3")]
    public static void Timer3()
    {
        using var timer = new Timer(_ => Interlocked.Increment(ref counter), null, 0, Timeout.Infinite);
        Thread.Sleep(2_000);
        Expect(1, Volatile.Read(ref counter));
    }
}
