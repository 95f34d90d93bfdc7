using Interleaving.NUnit;

namespace ConcurrencyKatas.SingleFlight.Suite;

[TestFixture]
public sealed class FailuresTests
{
    private const string Criterion = "failures";

    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_reaches_all_who_wait_and_the_next_loads_anew([Values(1, 3)] int callers)
    {
        var draw = Inputs.Draw();
        var key = draw.Next(100, 900);
        var durations = draw.Durations(2);
        var failure = new IOException();
        var directory = new Directory((_, load) => durations[load - 1]) { Failure = (_, load) => load == 1 ? failure : null };
        var cache = new Cache<int, string>(directory.LoadAsync);

        var answers = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => directory.AskAsync(cache, key)));
        var loads = directory.Loads(key);
        var next = await directory.AskAsync(cache, key);

        Claim.That(loads == 1, Wording.LoadedForEach);
        Claim.That(answers.All(answer => ReferenceEquals(answer.Failure, failure) && answer.At == durations[0]), Wording.FailureHidden);
        Claim.That(next.Value == Directory.Value(key, 2), Wording.FailureKept);
        Claim.That((await directory.AskAsync(cache, key)).Value == next.Value && directory.Loads(key) == 2, Wording.NotRemembered);
    }

    /// <summary>Whoever has heard of the failure and asks again at that moment loads anew.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Who_asks_again_at_once_does_not_get_the_old_failure([Values] bool atOnce)
    {
        var draw = Inputs.Draw();
        var key = draw.Next(100, 900);
        var durations = draw.Durations(2);
        var directory = new Directory((_, load) => atOnce ? TimeSpan.Zero : durations[load - 1])
        {
            Failure = (_, load) => load == 1 ? new IOException() : null,
        };
        var cache = new Cache<int, string>(directory.LoadAsync);

        await directory.AskAsync(cache, key);
        var next = await directory.AskAsync(cache, key);

        Claim.That(next.Value == Directory.Value(key, 2), Wording.FailureKept);
    }

    /// <summary>Two who come at the same time: they share the failure, or the later one loads anew.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_load_that_throws_at_once_is_a_failure_like_any_other()
    {
        var loads = 0;
        var failure = new IOException();
        var cache = new Cache<int, string>(_ =>
        {
            var load = Interlocked.Increment(ref loads);
            return load == 1 ? throw failure : Task.FromResult($"load {load}");
        });

        Task<Exception?> AskAsync() => Task.Run(() => Caught.ByAsync(() => cache.GetAsync(1)));
        var both = await Task.WhenAll(AskAsync(), AskAsync());
        var next = await Caught.ByAsync(() => cache.GetAsync(1));

        // More than two are begun only when both callers load at once: that is what one load is about.
        if (Volatile.Read(ref loads) > 2)
            return;
        Claim.That(both.Any(one => ReferenceEquals(one, failure)) && both.All(one => one is null || ReferenceEquals(one, failure)), Wording.FailureHidden);
        Claim.That(next is null, Wording.FailureKept);
        Claim.That(Volatile.Read(ref loads) == 2, Wording.TwoLoads);
    }

    /// <summary>A time-out of the load's own, which nobody has asked for.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_load_that_is_cancelled_by_itself_is_a_failure_like_any_other()
    {
        var draw = Inputs.Draw();
        var key = draw.Next(100, 900);
        var durations = draw.Durations(2);
        var directory = new Directory((_, load) => durations[load - 1])
        {
            Failure = (_, load) => load == 1 ? new TaskCanceledException("timed out") : null,
        };
        var cache = new Cache<int, string>(directory.LoadAsync);

        var both = await Task.WhenAll(directory.AskAsync(cache, key), directory.AskAsync(cache, key));
        var next = await directory.AskAsync(cache, key);

        Claim.That(both.All(one => one.Failure is OperationCanceledException && one.At == durations[0]), Wording.FailureHidden);
        Claim.That(next.Value == Directory.Value(key, 2), Wording.FailureKept);
    }

    /// <summary>Everybody has given up when it fails, so nobody hears of it; it is not kept for those who come later.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_that_nobody_waits_for_is_not_kept()
    {
        var draw = Inputs.Draw();
        var key = draw.Next(100, 900);
        var durations = draw.Durations(2);
        var directory = new Directory((_, load) => durations[load - 1]) { Failure = (_, load) => load == 1 ? new IOException() : null };
        var cache = new Cache<int, string>(directory.LoadAsync);
        using var cancellation = new CancellationTokenSource(durations[0] / 2);

        await directory.AskAsync(cache, key, cancellation.Token);
        await Task.Delay(TimeSpan.FromSeconds(5));
        var next = await directory.AskAsync(cache, key);

        Claim.That(next.Value is not null, Wording.FailureKept);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_of_one_key_leaves_another_alone()
    {
        var durations = Inputs.Draw().Durations(2);
        var directory = new Directory((key, _) => durations[key]) { Failure = (key, _) => key == 0 ? new IOException() : null };
        var cache = new Cache<int, string>(directory.LoadAsync);

        var answers = await Task.WhenAll(directory.AskAsync(cache, 0), directory.AskAsync(cache, 1));
        await directory.AskAsync(cache, 1);

        Claim.That(answers[0].Failure is IOException, Wording.FailureHidden);
        Claim.That(answers[1].Value == Directory.Value(1, 1) && directory.Loads(1) == 1, Wording.NotRemembered);
    }
}
