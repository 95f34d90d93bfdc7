using System.Threading.Tasks.Sources;

namespace Corpus;

/// <summary>A ValueTask over a source that is made into a task: what was done before the answer happens before the task is completed.</summary>
public static class TasksOfSources
{
    [Correct]
    public static void Of_an_iterator_that_is_waited_for()
    {
        var order = new List<int>();
        var items = Items(order).GetAsyncEnumerator();
        items.MoveNextAsync().AsTask().Wait();
        Expect(1, order.Count);
        items.DisposeAsync().AsTask().Wait();
        Expect(2, order.Count);
    }

    [Correct]
    public static async Task Of_an_iterator_beside_a_delay()
    {
        var order = new List<int>();
        await using var items = Items(order).GetAsyncEnumerator();
        var next = items.MoveNextAsync().AsTask();
        Expect(ReferenceEquals(next, await Task.WhenAny(next, Task.Delay(1_000))));
        Expect(1, order.Count);
    }

    [Correct]
    public static void Of_an_iterator_that_is_polled()
    {
        var order = new List<int>();
        var next = Items(order).GetAsyncEnumerator().MoveNextAsync().AsTask();
        while (!next.IsCompleted)
            Thread.Yield();
        Expect(1, order.Count);
    }

    [Correct]
    public static async Task Of_a_source_of_ones_own_that_is_kept()
    {
        var source = new Source();
        var value = 0;
        var kept = new ValueTask<int>(source, 0).Preserve();
        var work = Task.Run(() =>
        {
            value = 1;
            source.Answer(2);
        });
        var result = await kept;
        Expect(3, result + value);
        await work;
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Of_a_source_that_is_answered_too_soon()
    {
        var source = new Source();
        var value = 0;
        var task = new ValueTask<int>(source, 0).AsTask();
        var work = Task.Run(() =>
        {
            source.Answer(2);
            value = 1;
        });
        Expect(await task + value is 2 or 3);
        await work;
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Of_an_iterator_that_is_not_waited_for()
    {
        var order = new List<int>();
        var next = Items(order).GetAsyncEnumerator().MoveNextAsync().AsTask();
        Expect(order.Count is 0 or 1);
        await next;
    }

    private static async IAsyncEnumerable<int> Items(List<int> order)
    {
        try
        {
            await Task.Yield();
            order.Add(1);
            yield return 1;
        }
        finally
        {
            await Task.Yield();
            order.Add(-1);
        }
    }

    private sealed class Source : IValueTaskSource<int>
    {
        private ManualResetValueTaskSourceCore<int> core;

        public void Answer(int value) => core.SetResult(value);

        public int GetResult(short token) => core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            core.OnCompleted(continuation, state, token, flags);
    }
}
