namespace ConcurrencyKatas.BoundedFetch.Suite;

internal static class Call
{
    /// <summary>What a call of the submission ended with: its exception, or null.</summary>
    public static Task<Exception?> OutcomeAsync(
        int[] ids, int limit, Func<int, CancellationToken, Task<string>> fetch, CancellationToken cancellationToken = default) =>
        Caught.ByAsync(() => Fetcher.FetchAllAsync(ids, limit, fetch, cancellationToken));
}
