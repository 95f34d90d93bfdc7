using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.SamplingProfiler.Suite;

[TestFixture]
public sealed class EndsTests
{
    private const string Criterion = "ends";

    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task It_ends_at_the_end_of_the_duration_and_looks_no_more([Values(0, 1, 7)] int looks)
    {
        var activity = new Activity();
        var profiler = new Profiler(Counts.Milliseconds(20), _ => activity.Note());
        using var frame = profiler.Register().Enter("main");
        var watch = Stopwatch.StartNew();

        await profiler.SampleAsync(Counts.Milliseconds(20 * looks));

        Claim.That(watch.Elapsed == Counts.Milliseconds(20 * looks), Wording.EndsOnTime);
        Claim.That(activity.Steps == looks, Wording.EndsOnTime);
        Claim.That(await activity.AfterwardsAsync() == 0, Wording.Ticks);
    }

    /// <summary>Three instants between two looks, one of them before the first.</summary>
    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task The_caller_ends_it_at_once([Values(0, 1, 5)] int looks)
    {
        var activity = new Activity();
        var profiler = new Profiler(Counts.Milliseconds(20), _ => activity.Note());
        using var frame = profiler.Register().Enter("main");
        var instant = Counts.Milliseconds((20 * looks) + Inputs.Draw().Next(1, 19));
        using var caller = new CancellationTokenSource(instant);
        var watch = Stopwatch.StartNew();

        var outcome = await Caught.ByAsync(() => profiler.SampleAsync(Counts.Milliseconds(1_000), caller.Token));

        IsCancelled(outcome, caller.Token);
        Claim.That(watch.Elapsed == instant, Wording.Slow);
        Claim.That(await activity.AfterwardsAsync() == 0, Wording.Ticks);
    }

    /// <summary>The listener does not know of the token: it comes to its end, and then, at that instant, it is over.</summary>
    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task The_caller_ends_it_while_the_listener_is_told()
    {
        var listening = new InFlight();
        var activity = new Activity();
        var profiler = new Profiler(Counts.Milliseconds(20), _ =>
        {
            listening.Enter();
            Thread.Sleep(15);
            listening.Leave();
            activity.Note();
        });
        using var frame = profiler.Register().Enter("main");
        var look = Counts.Milliseconds(20 * Inputs.Draw().Next(1, 4));
        using var caller = new CancellationTokenSource(look + Counts.Milliseconds(7));
        var watch = Stopwatch.StartNew();

        var outcome = await Caught.ByAsync(() => profiler.SampleAsync(Counts.Milliseconds(1_000), caller.Token));

        IsCancelled(outcome, caller.Token);
        Claim.That(listening.Now == 0, Wording.Ticks);
        Claim.That(watch.Elapsed == look + Counts.Milliseconds(15), Wording.SlowAfterTheListener);
        Claim.That(await activity.AfterwardsAsync() == 0, Wording.Ticks);
    }

    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task A_token_that_is_cancelled_already_lets_nothing_begin([Values(0, 100)] int duration)
    {
        var activity = new Activity();
        var profiler = new Profiler(Counts.Milliseconds(10), _ => activity.Note());
        using var frame = profiler.Register().Enter("main");
        var token = new CancellationToken(canceled: true);
        var watch = Stopwatch.StartNew();

        var outcome = await Caught.ByAsync(() => profiler.SampleAsync(Counts.Milliseconds(duration), token));

        if (duration > 0 || outcome is not null)
            IsCancelled(outcome, token);
        Claim.That(watch.Elapsed == TimeSpan.Zero && activity.Steps == 0, Wording.Begun);
        Claim.That(await activity.AfterwardsAsync() == 0, Wording.Ticks);
    }

    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task A_listener_that_fails_ends_it([Values(1, 3)] int failing, [Values] bool gaveUp)
    {
        Exception failure = gaveUp ? new OperationCanceledException("took too long") : new IOException("full");
        var activity = new Activity();
        var profiler = new Profiler(Counts.Milliseconds(10), _ =>
        {
            activity.Note();
            if (activity.Steps == failing)
                throw failure;
        });
        using var frame = profiler.Register().Enter("main");

        var outcome = await Caught.ByAsync(() => profiler.SampleAsync(Counts.Milliseconds(100)));

        Claim.That(ReferenceEquals(outcome, failure), Wording.FailureLost);
        Claim.That(activity.Steps == failing, Wording.ToldAfterFailure);
        Claim.That(await activity.AfterwardsAsync() == 0, Wording.Ticks);
    }

    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task One_that_is_cancelled_leaves_another_alone()
    {
        var profiler = new Profiler(Counts.Milliseconds(10));
        using var frame = profiler.Register().Enter("main");
        using var caller = new CancellationTokenSource(Counts.Milliseconds(35));
        var watch = Stopwatch.StartNew();

        var stopped = Caught.ByAsync(() => profiler.SampleAsync(Counts.Milliseconds(100), caller.Token));
        var outcome = await Caught.ByAsync(() => profiler.SampleAsync(Counts.Milliseconds(100)));

        Claim.That(outcome is null && watch.Elapsed == Counts.Milliseconds(100), Wording.EndsOnTime);
        IsCancelled(await stopped, caller.Token);
    }

    private static void IsCancelled(Exception? outcome, CancellationToken token)
    {
        Claim.That(outcome is OperationCanceledException, Wording.Swallowed);
        Claim.That(((OperationCanceledException)outcome!).CancellationToken == token, Wording.ForeignToken);
    }
}
