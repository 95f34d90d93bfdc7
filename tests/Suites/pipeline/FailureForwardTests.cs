using Interleaving.NUnit;

namespace ConcurrencyKatas.Pipeline.Suite;

[TestFixture]
public sealed class FailureForwardTests
{
    private const string Criterion = "failure-forward";

    private const int Items = 6;

    /// <summary>The first item, one in the middle and the last; the failing one is done before those that came before it.</summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task A_failed_stage_lets_what_came_before_through([Values(0, 3, 5)] int failing, [Values] bool atOnce)
    {
        var draw = Inputs.Draw();
        var failure = new IOException("broken");
        var plant = new Plant(Items, draw.Next(100, 900))
        {
            StageTime = item => item == failing ? Hall.Second / 4 : Hall.Second,
            SinkTime = _ => Hall.Second / 8,
            StageFailure = item => item == failing ? failure : null,
            FailsAtOnce = atOnce,
        };

        var outcome = await Hall.OutcomeAsync(plant, draw.Next(2, 5));

        Delivered(plant, failing);
        Claim.That(ReferenceEquals(outcome, failure), Wording.FailureLost);
    }

    /// <summary>Before the first item, in the middle, and where the end should have been.</summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task A_failed_source_lets_what_came_before_through([Values(0, 3, 6)] int failing, [Values] bool atOnce)
    {
        var draw = Inputs.Draw();
        var failure = new IOException("dry");
        var plant = new Plant(Items, draw.Next(100, 900))
        {
            SourceTime = _ => Hall.Second / 10,
            StageTime = _ => Hall.Second,
            SinkTime = _ => Hall.Second / 8,
            SourceFailure = item => item == failing ? failure : null,
            FailsAtOnce = atOnce,
        };

        var outcome = await Hall.OutcomeAsync(plant, draw.Next(2, 5));

        Delivered(plant, failing);
        Claim.That(ReferenceEquals(outcome, failure), Wording.FailureLost);
    }

    /// <summary>A time-out of the stage's own is no cancellation of ours, also when the caller could have cancelled.</summary>
    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public async Task A_stage_that_gave_up_by_itself_has_failed([Values] bool atOnce, [Values] bool cancellable)
    {
        var draw = Inputs.Draw();
        var failing = draw.Next(1, Items - 1);
        using var own = new CancellationTokenSource();
        own.Cancel();
        var failure = new OperationCanceledException("took too long", own.Token);
        using var caller = new CancellationTokenSource();
        var plant = new Plant(Items, draw.Next(100, 900))
        {
            StageTime = _ => Hall.Second,
            StageFailure = item => item == failing ? failure : null,
            FailsAtOnce = atOnce,
        };

        var outcome = await Hall.OutcomeAsync(plant, 3, cancellable ? caller.Token : default);

        Delivered(plant, failing);
        Claim.That(ReferenceEquals(outcome, failure), Wording.FailureLost);
    }

    /// <summary>Everything is full when the failure's turn comes: whoever waits to put something on the belt must not wait for ever.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_failed_stage_behind_a_slow_sink_leaves_nobody_waiting()
    {
        var draw = Inputs.Draw();
        var failing = draw.Next(6, 9);
        var failure = new IOException("broken");
        var plant = new Plant(20, draw.Next(100, 900)) { SinkTime = _ => Hall.Second, StageFailure = item => item == failing ? failure : null };

        var outcome = await Hall.OutcomeAsync(plant, 2);

        Delivered(plant, failing);
        Claim.That(ReferenceEquals(outcome, failure), Wording.FailureLost);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Of_two_failed_stages_the_one_that_comes_first_counts()
    {
        var draw = Inputs.Draw();
        var early = draw.Next(1, 3);
        Exception[] failures = [new IOException("early in the source"), new IOException("early in time")];
        var plant = new Plant(Items, draw.Next(100, 900))
        {
            StageTime = item => item == early ? 3 * Hall.Second : Hall.Second / 2,
            StageFailure = item => item == early ? failures[0] : item == early + 1 ? failures[1] : null,
        };

        var outcome = await Hall.OutcomeAsync(plant, 4);

        Delivered(plant, early);
        Claim.That(failures.Contains(outcome), Wording.FailureLost);
        Claim.That(outcome == failures[0], Wording.WrongFailure);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_source_that_fails_after_an_item_that_fails_later_in_time_comes_second()
    {
        var draw = Inputs.Draw();
        var failing = draw.Next(1, 3);
        Exception[] failures = [new IOException("stage"), new IOException("source")];
        var plant = new Plant(Items, draw.Next(100, 900))
        {
            StageTime = _ => Hall.Second,
            StageFailure = item => item == failing ? failures[0] : null,
            SourceFailure = item => item == failing + 1 ? failures[1] : null,
        };

        var outcome = await Hall.OutcomeAsync(plant, 4);

        Delivered(plant, failing);
        Claim.That(failures.Contains(outcome), Wording.FailureLost);
        Claim.That(outcome == failures[0], Wording.WrongFailure);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_source_that_cannot_be_opened_has_failed()
    {
        var failure = new IOException("locked");
        var plant = new Plant(Items, 100) { OpeningFailure = failure };

        var outcome = await Hall.OutcomeAsync(plant, 2);

        Claim.That(ReferenceEquals(outcome, failure), Wording.FailureLost);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_source_that_cannot_be_closed_has_failed_after_everything_was_delivered()
    {
        var failure = new IOException("jammed");
        var plant = new Plant(Items, Inputs.Draw().Next(100, 900)) { ClosingFailure = failure, StageTime = _ => Hall.Second };

        var outcome = await Hall.OutcomeAsync(plant, 2);

        Delivered(plant, Items);
        Claim.That(ReferenceEquals(outcome, failure), Wording.ClosingLost);
    }

    /// <summary>It fails twice, in one place: await foreach throws the later of the two.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_source_that_fails_and_then_cannot_be_closed_has_failed_either_way()
    {
        var draw = Inputs.Draw();
        var failing = draw.Next(1, Items);
        Exception[] failures = [new IOException("dry"), new IOException("jammed")];
        var plant = new Plant(Items, draw.Next(100, 900))
        {
            StageTime = _ => Hall.Second,
            SourceFailure = item => item == failing ? failures[0] : null,
            ClosingFailure = failures[1],
        };

        var outcome = await Hall.OutcomeAsync(plant, 2);

        Delivered(plant, failing);
        Claim.That(failures.Contains(outcome), Wording.FailureLost);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task It_holds_for_items_that_come_and_go_at_any_moment([Values] bool source)
    {
        var draw = Inputs.Draw();
        var failing = draw.Next(1, 3);
        var failure = new IOException("broken");
        var plant = new Plant(4, draw.Next(100, 900))
        {
            Yields = true,
            StageFailure = item => !source && item == failing ? failure : null,
            SourceFailure = item => source && item == failing ? failure : null,
        };

        var outcome = await Hall.OutcomeAsync(plant, 2);

        Delivered(plant, failing);
        Claim.That(ReferenceEquals(outcome, failure), Wording.FailureLost);
    }

    private static void Delivered(Plant plant, int count)
    {
        Claim.That(plant.Results.Length >= count, Wording.Lost);
        Claim.That(plant.Results.Length <= count, Wording.Passed);
        Claim.That(plant.Results.Order().SequenceEqual(plant.Expected(count)), Wording.Passed);
    }
}
