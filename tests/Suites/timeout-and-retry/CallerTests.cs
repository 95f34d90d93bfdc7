using Interleaving.NUnit;

namespace ConcurrencyKatas.TimeoutAndRetry.Suite;

[TestFixture]
public sealed class CallerTests
{
    private const string Criterion = "caller";

    private const string NotTheirs =
        "The caller cancelled, and what came out was no OperationCanceledException with the caller's own token: not that of a linked source, and no "
        + "TimeoutException.";

    private const string Late = "The caller cancelled, and the call did not end at once. Tries and pauses both listen to the caller's token.";

    private const string Again = "The caller had cancelled, and something was tried again.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly RetryPolicy Policy = new(5, 2 * Second, Second, TimeSpan.FromDays(10));

    /// <summary>Tries begin at 0, 3 and 7 s and are cut 2 s later: in the first, second and third try, and in both pauses.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_cancellation_ends_it_at_once([Values(0.3, 1.9, 2.4, 3.5, 5.5, 6.9, 8.1)] double at)
    {
        var line = new Line(Try.Endless);
        using var cancellation = new CancellationTokenSource(at * Second);

        var outcome = await Outcome.OfAsync(line, Policy, cancellation.Token);

        Claim.That(IsTheirs(outcome, cancellation.Token), NotTheirs);
        Claim.That(Math.Abs(outcome.At - at) < 1e-6, Late);
        await line.AfterwardsAsync();
        Claim.That(line.Starts.All(start => start < at), Again);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_token_that_is_cancelled_already_lets_nothing_begin()
    {
        var line = new Line(new Try(TimeSpan.Zero));
        var token = new CancellationToken(canceled: true);

        var outcome = await Outcome.OfAsync(line, Policy, token);

        Claim.That(line.Starts is [], "The token was cancelled before the call, and yet something was tried.");
        Claim.That(IsTheirs(outcome, token) && outcome.At == 0, NotTheirs);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task What_a_try_makes_of_it_does_not_matter([Values(1, 2)] int tries)
    {
        var line = new Line(Try.Endless with { Instead = new IOException("cut off") });
        using var cancellation = new CancellationTokenSource(0.5 * Second);

        var outcome = await Outcome.OfAsync(line, Policy with { Tries = tries }, cancellation.Token);

        Claim.That(IsTheirs(outcome, cancellation.Token) && line.Starts.Length == 1, NotTheirs);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task In_the_last_try_it_is_a_cancellation_too()
    {
        var line = new Line(Try.Endless);
        using var cancellation = new CancellationTokenSource(3.5 * Second);

        var outcome = await Outcome.OfAsync(line, Policy with { Tries = 2 }, cancellation.Token);

        Claim.That(IsTheirs(outcome, cancellation.Token) && outcome.At == 3.5, NotTheirs);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task One_call_that_is_cancelled_leaves_another_alone()
    {
        Line one = new(Try.Endless), other = new(new Try(1.5 * Second));
        using var cancellation = new CancellationTokenSource(0.5 * Second);

        var cancelled = Task.Run(() => Outcome.OfAsync(one, Policy, cancellation.Token));
        var kept = await Task.Run(() => Outcome.OfAsync(other, Policy));

        Claim.That(IsTheirs(await cancelled, cancellation.Token), NotTheirs);
        Claim.That(kept.Result == other.Result && kept.At == 1.5, "One call was cancelled, and another was cut with it.");
    }

    private static bool IsTheirs(Outcome outcome, CancellationToken token) =>
        outcome.Thrown is OperationCanceledException thrown && thrown.CancellationToken == token;
}
