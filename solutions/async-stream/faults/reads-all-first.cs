// Fault: carries the whole archive upstairs: all pages into a list, then the items.
// Verdict: WrongAnswer
// Fails: streams, one-ahead, cancellation, leaves-nothing
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.AsyncStream;

public interface IPages : IAsyncDisposable
{
    Task<IReadOnlyList<string>?> GetAsync(int page, CancellationToken token);
}

public static class Catalogue
{
    public static async IAsyncEnumerable<string> ReadAsync(
        Func<IPages> open, [EnumeratorCancellation] CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        await using var pages = open();
        List<string> all = [];
        for (var page = 0; await pages.GetAsync(page, token) is { } items; page++)
            all.AddRange(items);
        foreach (var item in all)
            yield return item;
    }
}
