// Fault: a cheat: the reels as the visible tests spell them, and no archive.
// Verdict: WrongAnswer
// Fails: *
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
        await Task.CompletedTask;
        for (var reel = 0; reel < 3; reel++)
            yield return $"reel {reel}";
    }
}
