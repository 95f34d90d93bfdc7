using Interleaving.NUnit;

namespace ConcurrencyKatas.RateLimiter.Suite;

[TestFixture]
public sealed class FifoTests
{
    private const string Criterion = "fifo";

    private const string Overtaken =
        "A caller who came later passed sooner. Callers wait in one line, and a newcomer goes to its end, even at the very moment when a permit "
        + "comes back.";

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task Those_who_wait_pass_in_the_order_in_which_they_came([Values(1, 2, 3)] int permits)
    {
        var draw = Inputs.Draw();
        var window = draw.Window();
        Caller[] callers = [.. Enumerable.Range(0, permits + 4).Select(i => new Caller(i * window / 20))];

        InOrder(callers, await Ride.OfAsync(new RateLimiter(permits, window), callers));
    }

    /// <summary>Each newcomer comes at the instant at which a permit comes back for somebody who has waited.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_newcomer_does_not_take_the_permit_of_one_who_has_waited([Values(1, 2)] int permits)
    {
        var window = Inputs.Draw().Window();
        Caller[] callers =
        [
            .. Enumerable.Repeat(new Caller(TimeSpan.Zero), permits),
            .. Enumerable.Range(1, permits + 1).Select(i => new Caller(i * window / 10)),
            new(window),
            new(2 * window),
        ];

        InOrder(callers, await Ride.OfAsync(new RateLimiter(permits, window), callers));
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Nobody_overtakes_in_a_crowd([Values(1, 2)] int round)
    {
        var draw = Inputs.Draw();
        for (var i = 0; i < round; i++)
            draw.Next();
        var window = draw.Window();
        var callers = draw.Bursts(5, 2, window);

        InOrder(callers, await Ride.OfAsync(new RateLimiter(2, window), callers));
    }

    private static void InOrder(Caller[] callers, Passage[] passages) => Claim.That(
        !callers.SelectMany((earlier, i) => callers.Skip(i + 1).Select((later, j) => earlier.Comes < later.Comes && passages[i].At > passages[i + 1 + j].At))
            .Any(overtaken => overtaken),
        Overtaken);
}
