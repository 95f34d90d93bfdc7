namespace ConcurrencyKatas.FirstWins;

/// <summary>Asks several replicas the same question, and takes the first answer.</summary>
public static class Hedge
{
    /// <summary>
    /// Starts the first replica at once, and each further one a <paramref name="delay"/> after the last start, or as soon as one
    /// has failed. The first success wins.
    /// </summary>
    /// <param name="replicas">Whom to ask, in this order; one or more. Each may fail, at once or later, and may ignore its token.</param>
    /// <param name="delay">How long to wait after a start before the next replica is started as well; zero or more.</param>
    /// <param name="token">Once it is cancelled, no further replica is started.</param>
    /// <returns>The first answer. Every replica that was started has ended.</returns>
    /// <exception cref="AggregateException">All have failed: their failures, in the order of <paramref name="replicas"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="token"/> was cancelled before there was an answer.</exception>
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        return await await Task.WhenAny(replicas.Select(replica => replica(token)));
    }
}
