namespace ConcurrencyKatas.TimeoutAndRetry;

/// <summary>How often, and for how long, something is tried. All are more than 0.</summary>
/// <param name="Tries">How many tries there are at most.</param>
/// <param name="PerTry">How long a try may take before it is cancelled.</param>
/// <param name="FirstPause">The pause after the first failed try; each further pause is twice as long.</param>
/// <param name="Deadline">How long everything together may take.</param>
public sealed record RetryPolicy(int Tries, TimeSpan PerTry, TimeSpan FirstPause, TimeSpan Deadline);

/// <summary>Tries something until it succeeds.</summary>
public static class Retry
{
    /// <summary>Calls <paramref name="attempt"/>, one try after the other, until one succeeds.</summary>
    /// <param name="attempt">One try. Its token is cancelled when the try is to end; it may need time for that, or ignore it.</param>
    /// <param name="policy">How often and for how long.</param>
    /// <param name="token">Is cancelled when the caller no longer wants a result.</param>
    /// <returns>The result of the first try that succeeds.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled; the exception carries that token.</exception>
    /// <exception cref="TimeoutException">Time is up, and its InnerException is the last failure. Or the last try took too long.</exception>
    /// <exception cref="Exception">All tries have failed: the failure of the last one.</exception>
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> attempt, RetryPolicy policy, CancellationToken token = default)
    {
        for (var left = policy.Tries; left > 0; left--)
        {
            try
            {
                return await attempt(token).WaitAsync(policy.PerTry);
            }
            catch (Exception)
            {
                await Task.Delay(policy.FirstPause);
            }
        }

        throw new TimeoutException("All tries have failed.");
    }
}
