namespace Corpus;

/// <summary>An asynchronous sequence that a thread goes through by waiting for each item.</summary>
public static class BlockingItems
{
    [Correct]
    public static void Each_is_waited_for()
    {
        var order = new List<int>();
        foreach (var item in Items(order).ToBlockingEnumerable())
        {
            order.Add(item);
            if (item == 2)
                break;
        }

        Expect(order is [1, 2, -1]);
    }

    [Broken(FailureKind.Deadlock)]
    public static void One_never_comes()
    {
        var never = new TaskCompletionSource();
        foreach (var item in Waiting(never.Task).ToBlockingEnumerable())
            Expect(0, item);
    }

    private static async IAsyncEnumerable<int> Items(List<int> order)
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
            await Task.Yield();
            order.Add(-1);
        }
    }

    private static async IAsyncEnumerable<int> Waiting(Task task)
    {
        yield return 0;
        await task;
    }
}
