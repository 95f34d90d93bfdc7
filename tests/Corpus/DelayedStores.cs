namespace Corpus;

/// <summary>Stores to fields and elements, and reads behind them. What becomes of each is for the tests to say.</summary>
public static class DelayedStores
{
    public static async Task Two_fields_with_an_await_between()
    {
        var numbers = new Numbers();
        int first = 0, second = 0;
        await Task.WhenAll(Task.Run(One), Task.Run(Other));
        Expect(first + second > 0);

        async Task One()
        {
            numbers.X = 1;
            await Task.Yield();
            first = numbers.Y;
        }

        async Task Other()
        {
            numbers.Y = 1;
            await Task.Yield();
            second = numbers.X;
        }
    }

    public static void Two_fields_with_a_fence_for_the_whole_process_between()
    {
        var numbers = new Numbers();
        int first = 0, second = 0;
        Parallel.Invoke(
            () =>
            {
                numbers.X = 1;
                Interlocked.MemoryBarrierProcessWide();
                first = numbers.Y;
            },
            () =>
            {
                numbers.Y = 1;
                Interlocked.MemoryBarrierProcessWide();
                second = numbers.X;
            });
        Expect(first + second > 0);
    }

    public static void Two_fields_with_an_atomic_operation_between()
    {
        var numbers = new Numbers();
        int first = 0, second = 0, third = 0;
        Parallel.Invoke(
            () =>
            {
                numbers.X = 1;
                Interlocked.Increment(ref third);
                first = numbers.Y;
            },
            () =>
            {
                numbers.Y = 1;
                Interlocked.Exchange(ref third, 5);
                second = numbers.X;
            });
        Expect(first + second > 0);
    }

    public static void Two_elements()
    {
        var numbers = new int[2];
        int first = 0, second = 0;
        Parallel.Invoke(
            () =>
            {
                Volatile.Write(ref numbers[0], 1);
                first = Volatile.Read(ref numbers[1]);
            },
            () =>
            {
                Volatile.Write(ref numbers[1], 1);
                second = Volatile.Read(ref numbers[0]);
            });
        Expect(first + second > 0);
    }

    public static void Two_volatile_references()
    {
        var references = new References();
        var alone = 0;
        Parallel.Invoke(
            () =>
            {
                references.X = references;
                if (references.Y == null)
                    Interlocked.Increment(ref alone);
            },
            () =>
            {
                references.Y = references;
                if (references.X == null)
                    Interlocked.Increment(ref alone);
            });
        Expect(alone < 2);
    }

    public static void Two_plain_references()
    {
        var it = new object();
        var references = new object?[2];
        var alone = 0;
        Parallel.Invoke(
            () =>
            {
                references[0] = it;
                if (references[1] == null)
                    Interlocked.Increment(ref alone);
            },
            () =>
            {
                references[1] = it;
                if (references[0] == null)
                    Interlocked.Increment(ref alone);
            });
        Expect(alone < 2);
    }

    private sealed class Numbers
    {
        public volatile int X;
        public volatile int Y;
    }

    private sealed class References
    {
        public volatile object? X;
        public volatile object? Y;
    }
}
