using Interleaving.NUnit;

namespace ConcurrencyKatas.FirstWins.Suite;

[TestFixture]
public sealed class LosersTests
{
    private const string Criterion = "losers";

    private const string NotCancelled =
        "There was an answer, and a replica that was still running was not cancelled at that instant: each of them gets a token that you can cancel.";

    private const string LosersOutcome =
        "What a loser ended with came out in place of the answer: await the losers, and drop whatever they end with, a late answer too.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Half_a_second_of_clean_up_belongs_to_the_call()
    {
        var board = new Switchboard(
            new Company(5 * Second) { CleanUp = 0.5 * Second }, new Company(1.5 * Second), new Company(4 * Second) { CleanUp = 0.2 * Second });

        var outcome = await board.AskAsync(Second);

        Claim.That(board.Cancelled.SequenceEqual([2.5 * Second, null, 2.5 * Second]), NotCancelled);
        Claim.That(board.Running == 0, Wording.Zombies);
        Claim.That(outcome is { Error: null } && outcome.At == 3 * Second, Wording.Late);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_losers_are_cancelled_and_have_ended([Values(2, 4)] int count)
    {
        var draw = Inputs.Draw();
        var delay = draw.Delay();
        var winner = draw.Next(count);
        var cleanUps = draw.Durations(count);
        Company[] companies =
        [
            .. Enumerable.Range(0, count).Select(i => new Company(Times.Of(i, i == winner ? count : 9, delay)) { CleanUp = cleanUps[i] }),
        ];
        var answered = (winner * delay) + companies[winner].Needs;
        var board = new Switchboard(companies);

        var outcome = await board.AskAsync(delay);

        Claim.That(board.Cancelled.Where((_, i) => i != winner).All(at => at == answered), NotCancelled);
        Claim.That(board.Running == 0, Wording.Zombies);
        Claim.That(outcome.At == answered + cleanUps.Where((_, i) => i != winner).Max(), Wording.Late);
        Claim.That(await board.Activity.AfterwardsAsync() == 0, Wording.Zombies);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_loser_that_fails_while_it_cleans_up_changes_nothing()
    {
        var delay = Inputs.Draw().Delay();
        var board = new Switchboard(
            new Company(9 * delay) { CleanUp = delay / 2, CleanUpFailure = new IOException("no receipt") },
            new Company(9 * delay) { CleanUpFailure = new InvalidOperationException("already gone") },
            new Company(delay / 4));

        var outcome = await board.AskAsync(delay);

        Claim.That(outcome.Answer == board.Answer(2), LosersOutcome);
        Claim.That(board.Running == 0, Wording.Zombies);
    }

    /// <summary>It fails, or answers, long after the answer; the call waits for it, and drops what it says.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_loser_that_does_not_listen_is_waited_for([Values] bool fails)
    {
        var delay = Inputs.Draw().Delay();
        var deaf = new Company(4 * delay) { Deaf = true, Failure = fails ? new IOException("no car") : null };
        var board = new Switchboard(deaf, new Company(delay / 2), new Company(delay));

        var outcome = await board.AskAsync(delay);

        Claim.That(outcome.Answer == board.Answer(1), LosersOutcome);
        Claim.That(board.Running == 0 && await board.Activity.AfterwardsAsync() == 0, Wording.Zombies);
    }

    /// <summary>It hears of the cancellation, and says at once what it has by then.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_loser_that_answers_when_it_is_cancelled_has_lost_all_the_same()
    {
        var answer = await Hedge.FirstAsync([BestSoFarAsync, _ => AfterAsync(Second, "right")], TimeSpan.Zero);

        Claim.That(answer == "right", LosersOutcome);

        static async Task<string> BestSoFarAsync(CancellationToken token)
        {
            await Task.Delay(9 * Second, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return "too late";
        }

        static async Task<string> AfterAsync(TimeSpan time, string answer)
        {
            await Task.Delay(time);
            return answer;
        }
    }

    /// <summary>The answer comes at the very instant of the next start. Whether that one starts is open; if it does, it is a loser like any other.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task One_that_starts_at_the_instant_of_the_answer_is_a_loser_as_well()
    {
        var board = new Switchboard(new Company(Second), new Company(5 * Second) { CleanUp = Second / 2 });

        var outcome = await board.AskAsync(Second);

        Claim.That(outcome.Answer == board.Answer(0), LosersOutcome);
        Claim.That(board.Starts[1] is [] || board.Cancelled[1] == Second, NotCancelled);
        Claim.That(board.Running == 0, Wording.Zombies);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_that_answer_at_one_instant_leave_nobody_running()
    {
        var board = new Switchboard(new Company(Second), new Company(Second), new Company(3 * Second) { CleanUp = Second / 2 });

        var outcome = await board.AskAsync(TimeSpan.Zero);

        Claim.That(outcome.Answer == board.Answer(0) || outcome.Answer == board.Answer(1), LosersOutcome);
        Claim.That(board.Cancelled[2] == Second, NotCancelled);
        Claim.That(board.Running == 0, Wording.Zombies);
    }
}
