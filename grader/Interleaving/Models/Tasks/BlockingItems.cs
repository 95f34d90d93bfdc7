using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>The items of an asynchronous sequence for a thread that waits for each.</summary>
[Models(typeof(TaskAsyncEnumerableExtensions), Passes = ["WithCancellation", "ConfigureAwait"])]
internal static class BlockingItems
{
    public static IEnumerable<T> ToBlockingEnumerable<T>(IAsyncEnumerable<T> source, CancellationToken cancellationToken)
    {
        if (Operation.Current is null)
        {
            foreach (var item in source.ToBlockingEnumerable(cancellationToken))
                yield return item;
            yield break;
        }

        var items = source.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (Next(items))
                yield return items.Current;
        }
        finally
        {
            var end = items.DisposeAsync();
            var ended = ValueTaskModel.AsTask(ref end);
            TaskSync.Wait(Operation.Current!, ended);
            ended.GetAwaiter().GetResult();
        }
    }

    private static bool Next<T>(IAsyncEnumerator<T> items)
    {
        var move = items.MoveNextAsync();
        var moved = ValueTaskOfTModel.AsTask(ref move);
        TaskSync.Wait(Operation.Current!, moved);
        return moved.GetAwaiter().GetResult();
    }
}
