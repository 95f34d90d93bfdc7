using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.SingleFlight.Suite;

[TestFixture]
public sealed class ForgetTests
{
    private const string Criterion = "forget";

    [Test, Interleaved, Category(Criterion)]
    public async Task After_a_load_a_forgotten_key_is_loaded_anew()
    {
        var draw = Inputs.Draw();
        int key = draw.Next(100, 500), kept = draw.Next(500, 900);
        var directory = new Directory((_, _) => TimeSpan.FromSeconds(1));
        var cache = new Cache<int, string>(directory.LoadAsync);
        await Task.WhenAll(directory.AskAsync(cache, key), directory.AskAsync(cache, kept));

        cache.Forget(key);
        cache.Forget(key + 1);
        await directory.AskAsync(cache, kept);
        var next = await directory.AskAsync(cache, key);

        Claim.That(next.Value == Directory.Value(key, 2), Wording.NotForgotten);
        Claim.That(directory.Loads(kept) == 1, Wording.OtherForgotten);
    }

    /// <summary>The old load ends before the new one, or after it, well or with a failure: neither has anything to do with the other.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task During_a_load_the_old_never_touches_the_new([Values] bool oldIsLast, [Values] bool oldFails)
    {
        var draw = Inputs.Draw();
        var key = draw.Next(100, 900);
        var durations = draw.Durations(2);
        var failure = new IOException();
        var directory = new Directory((_, load) => (load == 1) == oldIsLast ? 4 * durations[load - 1] : 2 * durations[load - 1])
        {
            Failure = (_, load) => oldFails && load == 1 ? failure : null,
        };
        var cache = new Cache<int, string>(directory.LoadAsync);

        var before = directory.AskAsync(cache, key);
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        cache.Forget(key);
        var after = directory.AskAsync(cache, key);
        await Task.Delay(TimeSpan.FromMilliseconds(2500));
        var later = directory.AskAsync(cache, key);
        await Task.WhenAll(before, after, later);
        var last = await directory.AskAsync(cache, key);

        var (old, young) = (await before, await after);
        Claim.That(oldFails ? ReferenceEquals(old.Failure, failure) : old.Value == Directory.Value(key, 1), Wording.WaitersLost);
        Claim.That(young.Value == Directory.Value(key, 2), Wording.NotForgotten);
        Claim.That((await later).Value == young.Value && last.Value == young.Value && directory.Loads(key) == 2, Wording.Overwritten);
    }

    /// <summary>
    /// The number changes, and whoever changes it has it forgotten. Whoever asks afterwards gets the new one; some order of all calls must explain
    /// what everybody got.
    /// </summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task What_is_read_beside_a_change_is_explained_by_some_order()
    {
        var number = 0;
        var cache = new Cache<string, int>(async _ =>
        {
            var read = Volatile.Read(ref number);
            await Task.Yield();
            return read;
        });
        var history = new History<int>(0);

        await Task.WhenAll(
            Task.Run(ReadTwiceAsync),
            Task.Run(() =>
            {
                Change(1);
                Change(2);
            }));
        await ReadAsync();
        history.ShouldBeLinearizable();

        async Task ReadTwiceAsync()
        {
            await ReadAsync();
            await ReadAsync();
        }

        Task<int> ReadAsync() => history.CallAsync("GetAsync()", () => cache.GetAsync("Anna"), state => (state, state));

        void Change(int to) => history.Call(
            $"Change({to})",
            () =>
            {
                Interlocked.Exchange(ref number, to); // Seen by all when the change is over: a volatile store may come later.
                cache.Forget("Anna");
            },
            _ => to);
    }
}
