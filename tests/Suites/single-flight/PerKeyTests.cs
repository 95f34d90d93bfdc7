using Interleaving.NUnit;

namespace ConcurrencyKatas.SingleFlight.Suite;

[TestFixture]
public sealed class PerKeyTests
{
    private const string Criterion = "per-key";

    [Test, Interleaved, Category(Criterion)]
    public async Task Keys_are_loaded_side_by_side([Values(2, 3)] int keys, [Values] bool fromThreads)
    {
        var durations = Inputs.Draw().Durations(keys);
        var directory = new Directory((key, _) => 2 * durations[key]);
        var cache = new Cache<int, string>(directory.LoadAsync);

        var answers = await Task.WhenAll(Enumerable.Range(0, keys).Select(
            key => fromThreads ? Task.Run(() => directory.AskAsync(cache, key)) : directory.AskAsync(cache, key)));

        Claim.That(answers.Select((answer, key) => answer.At == 2 * durations[key]).All(yes => yes), Wording.KeysWait);
        Claim.That(answers.Select((answer, key) => answer.Value == Directory.Value(key, 1)).All(yes => yes), Wording.KeysMixed);
    }

    /// <summary>One that is remembered is there at once, while another one is being loaded.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task What_is_remembered_does_not_wait_for_what_is_being_loaded()
    {
        var durations = Inputs.Draw().Durations(2);
        var directory = new Directory((key, _) => durations[key]);
        var cache = new Cache<int, string>(directory.LoadAsync);
        await directory.AskAsync(cache, 0);
        var before = directory.Elapsed;

        var slow = directory.AskAsync(cache, 1);
        var quick = await directory.AskAsync(cache, 0);
        await slow;

        Claim.That(quick.At == before, Wording.KeysWait);
    }

    /// <summary>The load of one key may ask the cache for another one.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_load_may_ask_for_another_key()
    {
        var durations = Inputs.Draw().Durations(2);
        Cache<int, string>? cache = null;
        cache = new Cache<int, string>(async key =>
        {
            var rest = key == 0 ? "" : await cache!.GetAsync(key - 1);
            await Task.Delay(durations[key]);
            return $"{key}{rest}";
        });

        Claim.That(await cache.GetAsync(1) == "10", Wording.KeysMixed);
    }
}
