using Interleaving.NUnit;

namespace ConcurrencyKatas.FirstWins.Suite;

[TestFixture]
public sealed class WinsTests
{
    private const string Criterion = "wins";

    private const string NotTheFirst =
        "The call did not come to the first success: one that failed has ended, but it has not answered, and an answer counts whatever it is.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_is_no_answer([Values(0, 1, 2)] int winner)
    {
        var draw = Inputs.Draw();
        var delay = draw.Delay();
        Company[] companies =
        [
            .. Enumerable.Range(0, 3).Select(i => new Company(Times.Of(i, i == winner ? 2.6 : 0.3, delay))
            {
                Failure = i == winner ? null : new IOException("busy"),
            }),
        ];

        await AnswersAsync(companies, delay);
    }

    /// <summary>The last one fails, and that ends nothing while an earlier one is on its way.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task The_first_may_answer_after_the_last_has_failed()
    {
        var delay = Inputs.Draw().Delay();

        await AnswersAsync([new(3 * delay), new(Times.Of(1, 0.5, delay)) { Failure = new TimeoutException("no answer") }], delay);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_is_sooner_wins_and_not_whoever_was_called_first([Values(2, 4)] int count)
    {
        var delay = Inputs.Draw().Delay();

        await AnswersAsync([.. Enumerable.Range(0, count).Select(i => new Company(Times.Of(i, i == count - 1 ? 0.4 : 9, delay)))], delay);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Whatever_they_do_the_first_success_comes_out([Values(1, 2)] int round)
    {
        var draw = Inputs.Draw();
        for (var i = 0; i < round; i++)
            draw.Next();
        var delay = draw.Delay();
        var answers = draw.Next(4);

        await AnswersAsync(
            [
                .. Enumerable.Range(0, 4).Select(i => new Company(Times.Of(i, 0.2 + (3 * draw.NextDouble()), delay))
                {
                    Failure = i == answers ? null : new IOException("busy"),
                }),
            ],
            delay);
    }

    /// <summary>An answer may be null, zero or false.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Nothing_is_an_answer_too()
    {
        Func<CancellationToken, Task<string?>>[] replicas =
        [
            async token =>
            {
                await Task.Delay(Second / 2, token);
                return null;
            },
            _ => Task.FromResult<string?>("too late"),
        ];
        var number = await Hedge.FirstAsync<int>([_ => Task.FromException<int>(new IOException("busy")), _ => Task.FromResult(0), _ => Task.FromResult(1)], Second);

        Claim.That(await Hedge.FirstAsync(replicas, Second) is null && number == 0, NotTheFirst);
    }

    /// <summary>Two that answer at one instant: one of the two answers, and no race between them. They share nothing that orders them.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Of_two_that_answer_at_one_instant_either_wins()
    {
        var answer = await Hedge.FirstAsync<int>([_ => AfterAsync(Second, 1), _ => AfterAsync(Second, 2)], TimeSpan.Zero);

        Claim.That(answer is 1 or 2, NotTheFirst);
    }

    /// <summary>Two that fail at one instant, with two still to come: their two starts must not trip over each other.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task When_two_fail_at_one_instant_another_still_answers()
    {
        var answer = await Hedge.FirstAsync(
            [_ => FailAfterAsync(1.5 * Second), _ => FailAfterAsync(0.5 * Second), _ => AfterAsync(9 * Second, 2), _ => AfterAsync(Second / 4, 3)],
            Second);

        Claim.That(answer == 3, NotTheFirst);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_calls_at_once_get_each_their_own_answer()
    {
        var delay = Inputs.Draw().Delay();
        Company[] busy = [new(0.2 * delay) { Failure = new IOException("busy") }, new(0.3 * delay)];
        Switchboard one = new(busy), other = new(new Company(0.2 * delay), new Company(0.3 * delay));

        var outcomes = await Task.WhenAll(Task.Run(() => one.AskAsync(delay)), Task.Run(() => other.AskAsync(delay)));

        Claim.That(outcomes[0].Answer == one.Answer(1) && outcomes[1].Answer == other.Answer(0), Wording.Shared);
    }

    private static async Task AnswersAsync(Company[] companies, TimeSpan delay)
    {
        var plan = Plan.Of(companies, delay);
        var board = new Switchboard(companies);

        var outcome = await board.AskAsync(delay);

        Claim.That(outcome.Answer == board.Answer(plan.Winner!.Value), NotTheFirst);
    }

    private static async Task<int> FailAfterAsync(TimeSpan time) => throw await AfterAsync(time, new IOException("busy"));

    private static async Task<T> AfterAsync<T>(TimeSpan time, T answer)
    {
        await Task.Delay(time);
        return answer;
    }
}
