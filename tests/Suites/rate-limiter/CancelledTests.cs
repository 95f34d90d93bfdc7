using Interleaving.NUnit;

namespace ConcurrencyKatas.RateLimiter.Suite;

[TestFixture]
public sealed class CancelledTests
{
    private const string Criterion = "cancelled";

    private const string NotAtOnce =
        "A caller was cancelled while waiting, and the call did not end at that moment with an OperationCanceledException that carries their own "
        + "token.";

    private const string Passed = "A caller whose token was cancelled, before the call or while they waited, passed anyway.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The first in the line, one in the middle, and the last.</summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Whoever_is_cancelled_leaves_the_line_and_the_next_moves_up([Values(1, 2, 3)] int place, [Values(1, 2)] int permits)
    {
        var draw = Inputs.Draw();
        var window = draw.Window();
        var givesUp = draw.Next(41, 90) * window / 100;
        Caller[] callers =
        [
            .. Enumerable.Repeat(new Caller(TimeSpan.Zero), permits),
            .. Enumerable.Range(1, 3).Select(i => new Caller(i * window / 10, i == place ? givesUp : null)),
            new(1.5 * window),
        ];

        await AfterwardsAsync(permits, window, callers);
    }

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task Several_who_are_cancelled_use_no_permit([Values(2, 3, 6)] int count)
    {
        var draw = Inputs.Draw();
        var window = draw.Window();
        Caller[] callers =
        [
            new(TimeSpan.Zero),
            .. Enumerable.Range(1, count).Select(i => new Caller(i * window / 20, draw.Next(40, 90) * window / 100)),
            new(1.5 * window),
            new(1.6 * window),
            new(1.7 * window),
        ];

        await AfterwardsAsync(1, window, callers);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task One_who_is_cancelled_before_they_come_uses_no_permit([Values] bool free)
    {
        var window = Inputs.Draw().Window();
        Caller[] callers =
        [
            new(TimeSpan.Zero), .. free ? (Caller[])[] : [new(window / 10)], new(window / 5, TimeSpan.Zero), new(window / 4), new(window / 3),
        ];

        await AfterwardsAsync(2, window, callers);
    }

    /// <summary>At the very instant of their turn, they may pass or not; the next one's turn says which.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task One_who_is_cancelled_at_the_instant_of_their_turn_passes_or_does_not()
    {
        Caller[] callers = [new(TimeSpan.Zero), new(Second / 10, Second), new(Second / 5), new(Second / 4)];

        var passages = await Ride.OfAsync(new RateLimiter(1, Second), callers);

        Claim.That(passages[1].Ended == Second && (passages[1].At is not null || passages[1].Cancelled), NotAtOnce);
        var next = passages[1].At is null ? Second : 2 * Second;
        await MovesUpAsync(passages[2].At == next && passages[3].At == next + Second, 1, Second, callers);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_who_are_cancelled_at_one_instant_leave_the_rest_alone()
    {
        var window = Inputs.Draw().Window();
        Caller[] callers =
        [
            new(TimeSpan.Zero), new(window / 10, window / 2), new(window / 9, window / 2), new(window / 8), new(window / 7),
        ];

        await AfterwardsAsync(1, window, callers);
    }

    /// <summary>Some passed at different instants; the first in the line gives up, and what is free first goes to the next.</summary>
    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task The_earliest_place_goes_to_the_next_when_the_first_gives_up([Values(2, 3)] int permits)
    {
        var window = Inputs.Draw().Window();
        Caller[] callers =
        [
            .. Enumerable.Range(0, permits).Select(i => new Caller(i * window / 10)),
            new(window / 2, 7 * window / 10),
            new(8 * window / 10),
            new(9 * window / 10),
        ];

        await AfterwardsAsync(permits, window, callers);
    }

    private static async Task AfterwardsAsync(int permits, TimeSpan window, Caller[] callers)
    {
        var expected = Ride.Expected(permits, window, callers);

        var passages = await Ride.OfAsync(new RateLimiter(permits, window), callers);

        for (var i = 0; i < callers.Length; i++)
        {
            if (expected[i] is not null)
                continue;
            var at = callers[i].GivesUp > callers[i].Comes ? callers[i].GivesUp : callers[i].Comes;
            Claim.That(passages[i].At is null, Passed);
            Claim.That(passages[i] is { At: null, Cancelled: true } && passages[i].Ended == at, NotAtOnce);
        }

        await MovesUpAsync(passages.Passed(callers, expected), permits, window, callers);
    }

    /// <summary>Whoever keeps no time even when nobody gives up has paid for that elsewhere.</summary>
    private static async Task MovesUpAsync(bool inTime, int permits, TimeSpan window, Caller[] callers)
    {
        if (inTime)
            return;
        Caller[] patient = [.. callers.Where(caller => caller.GivesUp is null)];
        var alone = await Ride.OfAsync(new RateLimiter(permits, window), patient);
        Claim.That(!alone.Passed(patient, Ride.Expected(permits, window, patient)), Wording.Leaked);
    }
}
