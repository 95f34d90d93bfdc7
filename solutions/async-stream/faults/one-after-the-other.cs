// Fault: asks for a page when the one before has been heard: nothing is fetched ahead.
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
        for (var page = 0; await pages.GetAsync(page, token) is { } items; page++)
        {
            foreach (var item in items)
                yield return item;
            token.ThrowIfCancellationRequested();
        }
    }
}
