using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.SingleFlight;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 2 s means exactly 2 s.
[TestFixture]
public sealed class SingleFlightTests
{
    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);

    private int _loads;

    [Test, Interleaved]
    public async Task A_hundred_callers_share_one_load()
    {
        var cache = new Cache<string, string>(LookUpAsync);
        var watch = Stopwatch.StartNew();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => cache.GetAsync("Anna")));

        _loads.ShouldBe(1, "A hundred callers wanted the same number at the same time: one look-up is enough for all of them.");
        numbers.ShouldAllBe(number => number == "Anna's number, look-up 1");
        watch.Elapsed.ShouldBe(TwoSeconds, "The look-up takes two seconds, and everybody is served when it ends.");
        (await cache.GetAsync("Anna")).ShouldBe("Anna's number, look-up 1", "What has been loaded is remembered.");
    }

    [Test, Interleaved]
    public async Task Two_who_come_at_the_same_time_share_one_load()
    {
        var cache = new Cache<string, string>(LookUpAsync);

        await Task.WhenAll(Task.Run(() => cache.GetAsync("Anna")), Task.Run(() => cache.GetAsync("Anna")));

        _loads.ShouldBe(1, "Both found nothing and began to look it up. Asking whether somebody is at it and saying \"I am\" must be one step.");
    }

    [Test, Interleaved]
    public async Task Two_keys_do_not_wait_for_each_other()
    {
        var cache = new Cache<string, string>(LookUpAsync);
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(cache.GetAsync("Anna"), cache.GetAsync("Bert"));

        watch.Elapsed.ShouldBe(TwoSeconds, "Anna and Bert are looked up side by side.");
    }

    [Test, Interleaved]
    public async Task A_failure_reaches_all_who_wait_and_is_not_kept()
    {
        var failure = new IOException("The line is dead.");
        var cache = new Cache<string, string>(FailFirstAsync);

        Task<string>[] both = [cache.GetAsync("Anna"), cache.GetAsync("Anna")];

        foreach (var one in both)
            (await Should.ThrowAsync<IOException>(one)).ShouldBeSameAs(failure, "Everybody who waited for this look-up gets that very exception.");
        (await cache.GetAsync("Anna")).ShouldBe("Anna's number, look-up 2", "A failure is not kept: the next caller gets a new look-up.");

        async Task<string> FailFirstAsync(string name)
        {
            var number = await LookUpAsync(name);
            return _loads == 1 ? throw failure : number;
        }
    }

    [Test, Interleaved]
    public async Task Who_gives_up_leaves_at_once_and_the_load_goes_on()
    {
        var cache = new Cache<string, string>(LookUpAsync);
        using var cancellation = new CancellationTokenSource(TwoSeconds / 4);
        var watch = Stopwatch.StartNew();

        var impatient = cache.GetAsync("Anna", cancellation.Token);
        var patient = cache.GetAsync("Anna");

        await Should.ThrowAsync<OperationCanceledException>(impatient, "A caller who gives up must get the cancellation.");
        watch.Elapsed.ShouldBe(TwoSeconds / 4, "A caller who gives up leaves at once.");
        (await patient).ShouldBe("Anna's number, look-up 1", "The look-up belongs to all who wait: it goes on when one of them leaves.");
    }

    [Test, Interleaved]
    public async Task Forgotten_during_a_load_the_next_gets_a_new_one()
    {
        var cache = new Cache<string, string>(LookUpAsync);

        var before = cache.GetAsync("Anna");
        cache.Forget("Anna");
        await Task.Delay(TwoSeconds / 4);
        var after = cache.GetAsync("Anna");

        (await after).ShouldBe("Anna's number, look-up 2", "A caller who comes after Forget gets a new look-up.");
        (await before).ShouldBe("Anna's number, look-up 1", "A caller who was already waiting gets what they waited for.");
        (await cache.GetAsync("Anna")).ShouldBe("Anna's number, look-up 2", "The forgotten look-up must not overwrite the newer one.");
    }

    private async Task<string> LookUpAsync(string name)
    {
        var load = Interlocked.Increment(ref _loads);
        await Task.Delay(TwoSeconds);
        return $"{name}'s number, look-up {load}";
    }
}
