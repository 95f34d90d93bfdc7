namespace ConcurrencyKatas.BoundedFetch.Suite;

internal static class Call
{
    /// <summary>What a call of the submission ended with: its exception, or null.</summary>
    public static async Task<Exception?> OutcomeAsync(
        int[] ids, int limit, Func<int, CancellationToken, Task<string>> fetch, CancellationToken cancellationToken = default)
    {
        try
        {
            await Fetcher.FetchAllAsync(ids, limit, fetch, cancellationToken);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }
}
