using Interleaving.NUnit;

namespace ConcurrencyKatas.FireAndForget.Suite;

[TestFixture]
public sealed class StartedOrRefusedTests
{
    private const string Criterion = "started-or-refused";

    /// <summary>Work without an await of its own, so that nothing but the submission orders the two.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Beside_a_disposal_work_is_awaited_or_refused([Values(1, 2)] int starters)
    {
        var office = new Office();
        var duration = Inputs.Draw().Durations(1)[0];

        var starts = Enumerable.Range(0, starters).Select(i => Task.Run(() => office.TryStart($"letter {i}", duration))).ToArray();
        await office.DisposeAsync();
        var ended = office.Ended;
        var accepted = (await Task.WhenAll(starts)).Count(started => started);

        Claim.That(ended >= accepted, Wording.NeitherNor);
        await Task.Delay(duration * 3);
        Claim.That(office.Begun <= accepted, Wording.RefusedAndRun);
        Claim.That(office.Begun == accepted, Wording.NotOnce);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Beside_a_disposal_that_has_something_to_wait_for_it_is_the_same()
    {
        var office = new Office();
        var durations = Inputs.Draw().Durations(2);
        office.Start("before", durations[0]);

        var start = Task.Run(() => office.TryStart("beside", durations[1] * 2));
        await Task.WhenAll(office.DisposeAsync(), Task.Run(office.DisposeAsync));
        var ended = office.Ended;
        var accepted = await start ? 2 : 1;

        Claim.That(ended >= accepted, Wording.NeitherNor);
        await Task.Delay(durations[1] * 3);
        Claim.That(office.Begun == accepted, Wording.RefusedAndRun);
    }

    /// <summary>At three instants after the disposal has begun: at once, in the middle, after the end.</summary>
    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task Once_the_disposal_has_begun_work_is_refused([Values(0, 1, 2)] int instant)
    {
        var office = new Office();
        var duration = Inputs.Draw().Durations(1)[0];
        office.Start("letter", duration);

        var disposal = office.DisposeAsync();
        await Task.Delay(instant * 0.7 * duration);
        var before = office.Elapsed;
        var started = office.TryStart("too late", TimeSpan.Zero);
        var took = office.Elapsed - before;
        await disposal;
        await Task.Delay(duration);

        Claim.That(!started, Wording.Accepted);
        Claim.That(took == TimeSpan.Zero, Wording.StartWaits);
        Claim.That(office.Begun == 1, Wording.RefusedAndRun);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task With_nothing_started_a_disposal_closes_all_the_same()
    {
        var office = new Office();

        await office.DisposeAsync();

        Claim.That(!office.TryStart("too late", TimeSpan.Zero), Wording.Accepted);
        Claim.That(office.Begun == 0, Wording.RefusedAndRun);
    }

    /// <summary>Work that would start more is told, like anybody else, that it is too late.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Work_that_starts_more_during_the_disposal_is_refused()
    {
        var office = new Office();
        var durations = Inputs.Draw().Durations(2);
        var accepted = 0;
        office.Background.Start("starts more", async () =>
        {
            await office.WorkAsync(durations[0]);
            if (office.TryStart("more", durations[1]))
                Interlocked.Increment(ref accepted);
        });

        await office.DisposeAsync();
        await Task.Delay(durations[1] * 2);

        Claim.That(Volatile.Read(ref accepted) == 0, Wording.Accepted);
        Claim.That(office.Begun == 1, Wording.RefusedAndRun);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Work_that_is_started_at_the_same_time_all_runs_once([Values(2, 3)] int starters)
    {
        var office = new Office();
        var duration = Inputs.Draw().Durations(1)[0];

        await Task.WhenAll(Enumerable.Range(0, starters).Select(i => Task.Run(() => office.Start($"letter {i}", duration))));
        await office.DisposeAsync();

        Claim.That(office.Ended == starters, Wording.NotDrained);
        Claim.That(office.Begun == starters, Wording.NotOnce);
    }

    /// <summary>Work ends while other work is started: whatever keeps the list of both is used by two at once.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Work_may_end_while_other_work_is_started()
    {
        var office = new Office();
        office.Start("ends", TimeSpan.Zero);
        office.Start("ends as well", TimeSpan.Zero);
        office.Start("comes meanwhile", TimeSpan.Zero);
        await Office.AMinuteAsync();
        await office.DisposeAsync();

        Claim.That(office.Ended == 3, Wording.NotOnce);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task One_that_is_disposed_leaves_another_open()
    {
        var duration = Inputs.Draw().Durations(1)[0];
        Office one = new(), other = new();

        await one.DisposeAsync();
        var started = other.TryStart("letter", duration);
        await other.DisposeAsync();

        Claim.That(started, Wording.RefusedByMistake);
        Claim.That(other.Ended == 1, Wording.NotDrained);
    }
}
