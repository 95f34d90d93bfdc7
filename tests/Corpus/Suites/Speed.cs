using System.Threading.Channels;

namespace Corpus.Suites;

/// <summary>Programs by which the explorer's speed is measured.</summary>
public static class Speed
{
    private static readonly object Gate = new();
    private static readonly Queue<int> Items = [];
    private static int total;

    [Program("lost update, 3 tasks")]
    public static Task LostUpdate() => Task.WhenAll(Task.Run(Add), Task.Run(Add), Task.Run(Add));

    [Program("three delays, one thread")]
    public static Task Delays() => Task.WhenAll(Task.Delay(1_000), Task.Delay(2_000), Task.Delay(3_000));

    [Program("async lock, one thread")]
    public static async Task AsyncLock()
    {
        using var gate = new SemaphoreSlim(1);
        await Task.WhenAll(Enter(), Enter(), Enter());

        async Task Enter()
        {
            await gate.WaitAsync();
            await Task.Delay(10);
            total++;
            gate.Release();
        }
    }

    [Program("bounded buffer, 2 threads")]
    public static void BoundedBuffer()
    {
        Threads(Produce, Consume);

        static void Produce()
        {
            for (var i = 0; i < 4; i++)
            {
                lock (Gate)
                {
                    while (Items.Count == 1)
                        Monitor.Wait(Gate);
                    Items.Enqueue(i);
                    Monitor.Pulse(Gate);
                }
            }
        }

        static void Consume()
        {
            for (var i = 0; i < 4; i++)
            {
                lock (Gate)
                {
                    while (Items.Count == 0)
                        Monitor.Wait(Gate);
                    Expect(i, Items.Dequeue());
                    Monitor.Pulse(Gate);
                }
            }
        }
    }

    [Program("one lock, 8 threads")]
    public static void Contention()
    {
        Threads([.. Enumerable.Repeat(Enter, 8)]);

        static void Enter()
        {
            lock (Gate)
                total++;
        }
    }

    [Program("pipeline of 1,000 steps")]
    public static async Task Pipeline()
    {
        var (first, second) = (Channel.CreateBounded<int>(4), Channel.CreateBounded<int>(4));
        await Together(Fill, Pass, Sum);
        Expect(6_105, total);

        async Task Fill()
        {
            for (var i = 1; i <= 110; i++)
                await first.Writer.WriteAsync(i);
            first.Writer.Complete();
        }

        async Task Pass()
        {
            await foreach (var item in first.Reader.ReadAllAsync())
                await second.Writer.WriteAsync(item);
            second.Writer.Complete();
        }

        async Task Sum()
        {
            await foreach (var item in second.Reader.ReadAllAsync())
                total += item;
        }
    }

    private static void Add() => total++;
}
