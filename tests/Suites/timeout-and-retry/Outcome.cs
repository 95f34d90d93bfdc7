namespace ConcurrencyKatas.TimeoutAndRetry.Suite;

/// <summary>What a call of the submission ended with, and when, in virtual seconds.</summary>
internal sealed record Outcome(string? Result, Exception? Thrown, double At)
{
    public static async Task<Outcome> OfAsync(Line line, RetryPolicy policy, CancellationToken token = default)
    {
        string? result = null;
        var thrown = await Caught.ByAsync(async () => result = await Retry.RunAsync(line.CallAsync, policy, token));
        return new(result, thrown, line.Now);
    }
}
