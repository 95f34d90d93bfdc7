// Fault: a Task.Run that reads ahead is started by the call, before anybody listens.
// Verdict: WrongAnswer
// Fails: one-ahead, cold, cancellation, leaves-nothing
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.AsyncStream;

public interface IPages : IAsyncDisposable
{
    Task<IReadOnlyList<string>?> GetAsync(int page, CancellationToken token);
}

public static class Catalogue
{
    public static IAsyncEnumerable<string> ReadAsync(Func<IPages> open, CancellationToken token = default)
    {
        var pages = open();
        return ItemsAsync(pages, Task.Run(() => pages.GetAsync(0, token)), token);
    }

    private static async IAsyncEnumerable<string> ItemsAsync(
        IPages pages, Task<IReadOnlyList<string>?> next, [EnumeratorCancellation] CancellationToken token = default)
    {
        await using (pages)
        {
            for (var page = 1; await next is { } items; page++)
            {
                next = pages.GetAsync(page, token);
                foreach (var item in items)
                    yield return item;
            }
        }
    }
}
