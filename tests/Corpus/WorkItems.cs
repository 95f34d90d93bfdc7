namespace Corpus;

/// <summary>Threads, the thread pool, and async streams between them.</summary>
public static class WorkItems
{
    private static int total;

    [Correct]
    public static void Thread_that_is_joined()
    {
        var thread = new Thread(() => total = 42);
        thread.Start();
        thread.Join();
        Expect(42, total);
    }

    [Broken(FailureKind.Assertion)]
    public static void Thread_that_is_not_joined()
    {
        new Thread(() => total = 42).Start();
        Expect(42, total);
    }

    [Correct]
    public static void Work_items_waited_for()
    {
        using var left = new CountdownEvent(2);
        for (var i = 0; i < 2; i++)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                Interlocked.Increment(ref total);
                left.Signal();
            });
        }

        left.Wait();
        Expect(2, total);
    }

    [Broken(FailureKind.Assertion)]
    public static void Work_items_not_waited_for()
    {
        for (var i = 0; i < 2; i++)
            ThreadPool.QueueUserWorkItem(_ => Interlocked.Increment(ref total));
        Thread.Yield();
        Expect(2, Volatile.Read(ref total));
    }

    [Correct]
    public static void Failure_handled_on_its_thread() => Threads(() =>
    {
        try
        {
            throw new FormatException();
        }
        catch (FormatException)
        {
            total++;
        }
    });

    [Broken(FailureKind.UnhandledException)]
    public static void Failure_that_nobody_handles() => Threads(() => throw new FormatException());

    [Correct]
    public static async Task Stream_read_by_one()
    {
        var sum = 0;
        await foreach (var number in Count())
            sum += number;
        Expect(6, sum);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Stream_read_by_two_into_one_sum()
    {
        var sum = 0;
        await Twice(async () =>
        {
            await foreach (var number in Count())
                sum += number;
        });
        Expect(12, sum);
    }

    [Correct]
    public static async Task Stream_disposed_before_its_result_is_read()
    {
        await foreach (var number in Count())
            break;
        Expect(100, total);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Stream_left_open()
    {
        var stream = Count().GetAsyncEnumerator();
        await stream.MoveNextAsync();
        Expect(100, total);
    }

    private static async IAsyncEnumerable<int> Count()
    {
        try
        {
            for (var i = 1; i <= 3; i++)
            {
                await Task.Delay(10);
                yield return i;
            }
        }
        finally
        {
            Interlocked.Exchange(ref total, 100);
        }
    }
}
