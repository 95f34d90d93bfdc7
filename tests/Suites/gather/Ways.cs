namespace ConcurrencyKatas.Gather.Suite;

internal static class Ways
{
    /// <summary>Waits this way until it is over; what it throws is for other tests to judge.</summary>
    public static Task RunAsync(this Way way, Letters letters) => Caught.ByAsync(() => way switch
    {
        Way.All => Combine.AllAsync(letters.Starts),
        Way.Outcomes => Combine.OutcomesAsync(letters.Starts),
        Way.AsCompleted => ReadAsync(letters, _ => Task.CompletedTask),
    });

    /// <summary>Reads outcomes as they complete, and does something after each.</summary>
    public static async Task ReadAsync(Letters letters, Func<Outcome<string>, Task> each)
    {
        await foreach (var outcome in Combine.AsCompletedAsync(letters.Starts))
            await each(outcome);
    }
}
