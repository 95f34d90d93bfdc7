using Interleaving.NUnit;

namespace ConcurrencyKatas.GracefulShutdown.Suite;

[TestFixture]
public sealed class FailuresTests
{
    private const string Criterion = "failures";

    public enum Way
    {
        AtOnce,
        Later,
        TimedOut,
    }

    /// <summary>More failures than clerks, so that none would be left.</summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task A_clerk_survives_a_failure_and_the_customer_is_handed_back([Values(1, 2)] int clerks, [Values] Way way)
    {
        var durations = Inputs.Draw().Durations(6);
        var counter = new Counter(customer => way == Way.Later || customer > 2 ? durations[customer] : TimeSpan.Zero, clerks)
        {
            Failure = customer => customer > 2 ? null : way == Way.TimedOut ? new TaskCanceledException("timed out") : new IOException(),
        };
        var shop = new Shop<int>(
            (customer, token) => way == Way.AtOnce && customer < 3 ? throw new IOException() : counter.ServeAsync(customer, token), clerks);
        foreach (var customer in Enumerable.Range(0, 6))
            shop.TryEnter(customer);
        IReadOnlyList<int> returned = [];

        var outcome = await Caught.ByAsync(async () => returned = await shop.StopAsync(Timeout.InfiniteTimeSpan));

        Claim.That(outcome is null, Wording.Threw);
        Claim.That(counter.Served.Length == 3, Wording.ClerkLost);
        Claim.That(returned.Order().SequenceEqual([0, 1, 2]), Wording.FailedIsReturned);
    }

    /// <summary>It failed long before the stop, and when it comes all the others have been served.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_before_the_stop_is_not_forgotten()
    {
        var durations = Inputs.Draw().Durations(3);
        var counter = new Counter(customer => durations[customer]) { Failure = customer => customer == 1 ? new IOException() : null };
        var shop = new Shop<int>(counter.ServeAsync, 1);
        foreach (var customer in Enumerable.Range(0, 3))
            shop.TryEnter(customer);
        await Task.Delay(TimeSpan.FromSeconds(10));
        IReadOnlyList<int> returned = [];

        var outcome = await Caught.ByAsync(async () => returned = await shop.StopAsync(TimeSpan.Zero));

        Claim.That(outcome is null, Wording.Threw);
        Claim.That(counter.Served.SequenceEqual([0, 2]), Wording.ClerkLost);
        Claim.That(returned.SequenceEqual([1]), Wording.FailedIsReturned);
    }

    /// <summary>A cancelled service ends with another exception than its cancellation.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_on_the_way_out_is_one_too()
    {
        var durations = Inputs.Draw().Durations(2);
        var shop = new Shop<int>(
            async (customer, token) =>
            {
                try
                {
                    await Task.Delay(10 * durations[customer], token);
                }
                catch (OperationCanceledException)
                {
                    throw new IOException();
                }
            },
            2);
        shop.TryEnter(0);
        shop.TryEnter(1);
        await Task.Delay(durations[0]);
        IReadOnlyList<int> returned = [];

        var outcome = await Caught.ByAsync(async () => returned = await shop.StopAsync(TimeSpan.Zero));

        Claim.That(outcome is null, Wording.Threw);
        Claim.That(returned.Order().SequenceEqual([0, 1]), Wording.FailedIsReturned);
    }

    /// <summary>The services of the first two fail, and the third, who has the name of the first, is served.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Of_two_equal_customers_the_one_who_was_served_is_off_the_list()
    {
        var visits = 0;
        var shop = new Shop<string>((_, _) => Interlocked.Increment(ref visits) == 3 ? Task.CompletedTask : Task.FromException(new IOException()), 1);
        foreach (var customer in (string[])["Anna", "Bert", "Anna"])
            shop.TryEnter(customer);

        var returned = await shop.StopAsync(Timeout.InfiniteTimeSpan);

        Claim.That(returned.Order().SequenceEqual(["Anna", "Bert"]), Wording.NotWhoIsLeft);
        Claim.That(returned.SequenceEqual(["Anna", "Bert"]), Wording.Mistaken);
    }
}
