using Interleaving.NUnit;

namespace ConcurrencyKatas.Pipeline.Suite;

[TestFixture]
public sealed class FailureBackTests
{
    private const string Criterion = "failure-back";

    private const int Items = 8;

    /// <summary>The first result, one in the middle and the last; stages behind it would take long, and clean up.</summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task A_failed_sink_stops_everything([Values(0, 3, 7)] int failing, [Values] bool atOnce)
    {
        var draw = Inputs.Draw();
        var inFlight = draw.Next(2, 5);
        var failure = new IOException("full");
        var plant = new Plant(Items, draw.Next(100, 900))
        {
            StageTime = item => (item <= failing ? 1 : 10) * Hall.Second,
            SinkTime = _ => Hall.Second / 4,
            SinkFailure = item => item == failing ? failure : null,
            FailsAtOnce = atOnce,
            CleanUp = Hall.Second / 2,
        };

        var outcome = await Hall.OutcomeAsync(plant, inFlight);

        await Stopped(plant, plant.Failed, plant.CleanUp);
        Claim.That(ReferenceEquals(outcome, failure), Wording.FailureLost);
        Claim.That(plant.Results.Length == failing + 1, Wording.AfterTheSink);
        Claim.That(!HadStagesBehind(plant, failing, plant.Failed) || plant.CancelledStages > 0, Wording.NotCancelled);
    }

    /// <summary>A sink's own time-out is a failure like any other.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_sink_that_gave_up_by_itself_has_failed([Values] bool atOnce)
    {
        var draw = Inputs.Draw();
        var failing = draw.Next(0, 3);
        using var caller = new CancellationTokenSource();
        var failure = new OperationCanceledException("took too long");
        var plant = new Plant(Items, draw.Next(100, 900))
        {
            StageTime = _ => Hall.Second,
            SinkFailure = item => item == failing ? failure : null,
            FailsAtOnce = atOnce,
        };

        var outcome = await Hall.OutcomeAsync(plant, 2, caller.Token);

        Claim.That(ReferenceEquals(outcome, failure), Wording.FailureLost);
        Claim.That(plant.Results.Length == failing + 1, Wording.AfterTheSink);
        await Hall.IsStillAsync(plant);
    }

    /// <summary>A caller who cancels while stages still clean up comes too late: what comes out was decided by the stop.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_cancellation_after_the_stop_changes_nothing([Values] bool ofTheSink, [Values] bool timeOut)
    {
        var draw = Inputs.Draw();
        var failing = draw.Next(0, 2);
        Exception failure = timeOut ? new OperationCanceledException("took too long") : new IOException("full");
        var plant = new Plant(Items, draw.Next(100, 900))
        {
            StageTime = item => (item <= failing ? 1 : 10) * Hall.Second,
            StageFailure = item => !ofTheSink && item == failing ? failure : null,
            SinkFailure = item => ofTheSink && item == failing ? failure : null,
            CleanUp = 2 * Hall.Second,
        };
        using var caller = new CancellationTokenSource((1 + (draw.Next(1, 19) / 10.0)) * Hall.Second);

        var outcome = await Hall.OutcomeAsync(plant, 3, caller.Token);

        Claim.That(ReferenceEquals(outcome, failure), Wording.CancelledTooLate);
        await Hall.IsStillAsync(plant);
    }

    /// <summary>The source fails when it is disposed, after the sink has failed or the caller has cancelled.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_source_that_cannot_be_closed_after_the_stop_changes_nothing([Values] bool cancelled)
    {
        var draw = Inputs.Draw();
        var failure = new IOException("full");
        var plant = new Plant(Items, draw.Next(100, 900))
        {
            StageTime = _ => Hall.Second,
            SinkTime = _ => Hall.Second,
            SinkFailure = item => !cancelled && item == 1 ? failure : null,
            ClosingFailure = new IOException("jammed"),
        };
        using var caller = new CancellationTokenSource();
        if (cancelled)
            caller.CancelAfter(draw.Next(11, 29) / 10.0 * Hall.Second);

        var outcome = await Hall.OutcomeAsync(plant, 2, caller.Token);

        Claim.That(outcome != plant.ClosingFailure, Wording.ClosedAfterTheStop);
        if (cancelled)
            EndsCancelled(outcome, caller.Token);
        else
            Claim.That(ReferenceEquals(outcome, failure), Wording.FailureLost);
        await Hall.IsStillAsync(plant);
    }

    /// <summary>The source is being asked while the sink fails. If it listens it ends at once, and it is never disposed in between.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_failed_sink_stops_a_slow_source([Values] bool deaf)
    {
        var draw = Inputs.Draw();
        var failing = draw.Next(0, 3);
        var failure = new IOException("full");
        var plant = new Plant(Items, draw.Next(100, 900))
        {
            SourceTime = item => (item == failing + 1 ? 30 : 1) * Hall.Second,
            StageTime = _ => Hall.Second / 2,
            SinkFailure = item => item == failing ? failure : null,
            Deaf = deaf,
        };

        var outcome = await Hall.OutcomeAsync(plant, 3);

        await Stopped(plant, plant.Failed, deaf ? 30 * Hall.Second : TimeSpan.Zero);
        Claim.That(ReferenceEquals(outcome, failure), Wording.FailureLost);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_failed_stage_stops_those_behind_it()
    {
        var draw = Inputs.Draw();
        var failing = draw.Next(0, 3);
        var failure = new IOException("broken");
        var plant = new Plant(Items, draw.Next(100, 900))
        {
            StageTime = item => (item <= failing ? 1 : 10) * Hall.Second,
            StageFailure = item => item == failing ? failure : null,
            CleanUp = Hall.Second / 2,
        };

        await Hall.OutcomeAsync(plant, 5);

        var turn = plant.Failed > plant.LastPassed ? plant.Failed : plant.LastPassed;
        await Stopped(plant, turn, plant.CleanUp);
        Claim.That(!HadStagesBehind(plant, failing, turn) || plant.CancelledStages > 0, Wording.NotCancelled);
    }

    /// <summary>Three instants, none of them that of another event.</summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task The_caller_stops_everything([Values(0, 1, 4)] int second, [Values(1, 3)] int inFlight)
    {
        var draw = Inputs.Draw();
        var plant = new Plant(20, draw.Next(100, 900)) { StageTime = _ => 2 * Hall.Second, SinkTime = _ => Hall.Second };
        var instant = (second + (draw.Next(1, 9) / 10.0)) * Hall.Second;
        using var caller = new CancellationTokenSource(instant);

        var outcome = await Hall.OutcomeAsync(plant, inFlight, caller.Token);

        EndsCancelled(outcome, caller.Token);
        await Stopped(plant, instant, TimeSpan.Zero);
    }

    /// <summary>Source, stages and sink go on to their ends; nothing new begins, and nobody is left behind.</summary>
    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public async Task The_caller_stops_those_who_do_not_listen([Values(0, 1, 2, 5)] int second)
    {
        var draw = Inputs.Draw();
        var plant = new Plant(20, draw.Next(100, 900))
        {
            SourceTime = _ => Hall.Second,
            StageTime = _ => 2 * Hall.Second,
            SinkTime = _ => Hall.Second,
            Deaf = true,
        };
        var instant = (second + (draw.Next(1, 9) / 10.0)) * Hall.Second;
        using var caller = new CancellationTokenSource(instant);

        var outcome = await Hall.OutcomeAsync(plant, 3, caller.Token);

        EndsCancelled(outcome, caller.Token);
        await Stopped(plant, instant, 3 * Hall.Second);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_caller_stops_a_source_that_gives_nothing()
    {
        var plant = new Plant(3, Inputs.Draw().Next(100, 900)) { SourceTime = _ => 100 * Hall.Second };
        using var caller = new CancellationTokenSource(Hall.Second);

        var outcome = await Hall.OutcomeAsync(plant, 2, caller.Token);

        EndsCancelled(outcome, caller.Token);
        await Stopped(plant, Hall.Second, TimeSpan.Zero);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_token_that_is_cancelled_already_lets_nothing_begin([Values] bool deaf)
    {
        var plant = new Plant(3, Inputs.Draw().Next(100, 900)) { Deaf = deaf };
        var token = new CancellationToken(canceled: true);

        var outcome = await Hall.OutcomeAsync(plant, 2, token);

        EndsCancelled(outcome, token);
        Claim.That(plant.Asked.Length + plant.Staged.Length + plant.Sunk.Length == 0, Wording.Begun);
        await Hall.IsStillAsync(plant);
    }

    /// <summary>Whatever is going on at that moment, it ends either way, and nothing stays behind.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task The_caller_may_stop_it_at_any_moment([Values] bool deaf)
    {
        var plant = new Plant(3, Inputs.Draw().Next(100, 900)) { Yields = true, Deaf = deaf };
        using var caller = new CancellationTokenSource();

        var call = Task.Run(() => Hall.OutcomeAsync(plant, 2, caller.Token));
        caller.Cancel();
        var outcome = await call;

        if (outcome is not null || plant.Results.Length < 3)
            EndsCancelled(outcome, caller.Token);
        await Hall.IsStillAsync(plant);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_sink_may_fail_at_any_moment()
    {
        var failure = new IOException("full");
        var plant = new Plant(4, Inputs.Draw().Next(100, 900)) { Yields = true, SinkFailure = item => item == 1 ? failure : null };

        var outcome = await Hall.OutcomeAsync(plant, 2);

        Claim.That(ReferenceEquals(outcome, failure), Wording.FailureLost);
        Claim.That(plant.Results.Length == 2, Wording.AfterTheSink);
        await Hall.IsStillAsync(plant);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task One_call_that_is_stopped_leaves_another_alone()
    {
        var draw = Inputs.Draw();
        Plant given = new(9, draw.Next(100, 400)) { StageTime = _ => Hall.Second }, kept = new(5, draw.Next(500, 900)) { StageTime = _ => Hall.Second };
        using var caller = new CancellationTokenSource(1.5 * Hall.Second);

        var stopped = Hall.OutcomeAsync(given, 2, caller.Token);
        var outcome = await Hall.OutcomeAsync(kept, 2);
        EndsCancelled(await stopped, caller.Token);

        Claim.That(outcome is null && kept.Results.Length == 5, Wording.Apart);
    }

    /// <summary>Whether a stage of an item that comes after the failed one was begun before that instant: it takes longer than the test.</summary>
    private static bool HadStagesBehind(Plant plant, int failed, TimeSpan instant) => plant.Staged.Count(at => at < instant) > failed + 1;

    private static async Task Stopped(Plant plant, TimeSpan instant, TimeSpan grace)
    {
        Claim.That(plant.Elapsed <= instant + grace, Wording.Slow);
        Hall.BeganNothingAfter(plant, instant);
        await Hall.IsStillAsync(plant);
    }

    private static void EndsCancelled(Exception? outcome, CancellationToken token)
    {
        Claim.That(outcome is OperationCanceledException, Wording.Swallowed);
        Claim.That(((OperationCanceledException)outcome!).CancellationToken == token, Wording.ForeignToken);
    }
}
