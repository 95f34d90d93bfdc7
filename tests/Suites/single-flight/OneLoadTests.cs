using Interleaving.NUnit;

namespace ConcurrencyKatas.SingleFlight.Suite;

[TestFixture]
public sealed class OneLoadTests
{
    private const string Criterion = "one-load";

    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);

    [Test, Interleaved(Schedules = 20), Category(Criterion)]
    public async Task A_hundred_callers_one_load_and_all_are_served_at_two_seconds()
    {
        var key = Inputs.Draw().Next(100, 900);
        var directory = new Directory((_, _) => TwoSeconds);
        var cache = new Cache<int, string>(directory.LoadAsync);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => directory.AskAsync(cache, key)));

        Claim.That(directory.Loads(key) == 1, Wording.TwoLoads);
        Claim.That(answers.All(answer => answer.Value == Directory.Value(key, 1) && answer.At == TwoSeconds), Wording.NotServed);
    }

    /// <summary>From threads of their own, so that they meet between any two steps; a load of some time, and one that is done at once.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Callers_who_come_at_the_same_time_share_one_load([Values(2, 3)] int callers, [Values] bool atOnce)
    {
        var draw = Inputs.Draw();
        var key = draw.Next(100, 900);
        var duration = atOnce ? TimeSpan.Zero : draw.Durations(1)[0];
        var directory = new Directory((_, _) => duration);
        var cache = new Cache<int, string>(directory.LoadAsync);

        var answers = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => directory.AskAsync(cache, key))));

        Claim.That(directory.Loads(key) == 1, Wording.TwoLoads);
        Claim.That(answers.All(answer => answer.Value == Directory.Value(key, 1) && answer.At == duration), Wording.NotServed);
    }

    /// <summary>During the load, at three instants; and after it.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_comes_later_shares_the_load_or_its_value([Values(1, 2, 3)] int quarters)
    {
        var draw = Inputs.Draw();
        var key = draw.Next(100, 900);
        var duration = 2 * draw.Durations(1)[0];
        var directory = new Directory((_, _) => duration);
        var cache = new Cache<int, string>(directory.LoadAsync);

        var first = directory.AskAsync(cache, key);
        await Task.Delay(quarters * TimeSpan.FromMilliseconds(500));
        var second = await directory.AskAsync(cache, key);
        await Task.Delay(TimeSpan.FromHours(quarters));
        var before = directory.Elapsed;
        var third = await directory.AskAsync(cache, key);

        Claim.That((await first).At == duration && second.At == duration, Wording.NotServed);
        Claim.That(directory.Loads(key) == 1, third.At == before ? Wording.TwoLoads : Wording.NotRemembered);
        Claim.That(third.Value == Directory.Value(key, 1) && third.At == before, Wording.NotRemembered);
    }

    /// <summary>Nothing is a value, too.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_value_that_is_null_or_zero_is_remembered()
    {
        int nothings = 0, zeros = 0;
        var names = new Cache<int, string?>(async _ =>
        {
            Interlocked.Increment(ref nothings);
            await Task.Yield();
            return null;
        });
        var counts = new Cache<string, int>(async _ =>
        {
            Interlocked.Increment(ref zeros);
            await Task.Yield();
            return 0;
        });

        for (var i = 0; i < 3; i++)
        {
            await names.GetAsync(7);
            await counts.GetAsync("none");
        }

        Claim.That(Volatile.Read(ref nothings) == 1 && Volatile.Read(ref zeros) == 1, Wording.NotRemembered);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_caches_have_nothing_to_do_with_each_other()
    {
        var draw = Inputs.Draw();
        var key = draw.Next(100, 900);
        var durations = draw.Durations(2);
        Directory one = new((_, _) => durations[0]), other = new((_, _) => durations[1]);
        Cache<int, string> first = new(one.LoadAsync), second = new(other.LoadAsync);

        var answers = await Task.WhenAll(one.AskAsync(first, key), other.AskAsync(second, key));

        Claim.That(one.Loads(key) == 1 && other.Loads(key) == 1, Wording.Shared);
        Claim.That(answers[0].At == durations[0] && answers[1].At == durations[1], Wording.NotServed);
    }
}
