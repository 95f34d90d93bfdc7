using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.ConnectionPool;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 3 s means exactly 3 s.
[TestFixture]
public sealed class ConnectionPoolTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<Glasses> _all = [];
    private int _out;

    [Test, Interleaved]
    public async Task Five_readers_and_two_pairs_take_three_seconds()
    {
        var pool = new Pool<Glasses>(OpenAsync, 2);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ReadAsync(pool)));

        _watch.Elapsed.ShouldBe(3 * OneSecond, "Two read, then two, then one: a pair that comes back is lent at that instant.");
        _all.Count.ShouldBe(2, "There are two pairs, and a pair that has come back is lent again.");
    }

    [Test, Interleaved]
    public async Task One_reader_after_another_needs_one_pair()
    {
        var pool = new Pool<Glasses>(OpenAsync, 2);

        await ReadAsync(pool);
        await ReadAsync(pool);

        _all.Count.ShouldBe(1, "The first pair was back when the second reader came: lend it again before you buy another.");
    }

    [Test, Interleaved]
    public async Task A_pair_belongs_to_one_reader_at_a_time()
    {
        var pool = new Pool<Glasses>(_ => Task.FromResult(new Glasses()), 1);

        await Task.WhenAll(Task.Run(StrokeAsync), Task.Run(StrokeAsync));

        async Task StrokeAsync()
        {
            await using var lease = await pool.RentAsync();
            lease.Connection.Strokes++;
        }
    }

    [Test, Interleaved]
    public async Task First_come_first_served()
    {
        var pool = new Pool<Glasses>(OpenAsync, 1);

        var served = await Task.WhenAll(ReadAsync(pool), ReadAsync(pool, comes: 0.5), ReadAsync(pool, comes: 1));

        served.ShouldBe([0, 1, 2], "The second reader has waited since 0.5 s when the third comes, so the pair that comes back at 1 s is theirs.");
    }

    [Test, Interleaved]
    public async Task An_opening_that_fails_keeps_no_place()
    {
        var failure = new IOException("sold out");
        var opened = 0;
        var pool = new Pool<Glasses>(token => Interlocked.Increment(ref opened) == 1 ? Task.FromException<Glasses>(failure) : OpenAsync(token), 1);

        var seen = await Should.ThrowAsync<IOException>(pool.RentAsync(), "The borrower must see the failure.");
        seen.ShouldBeSameAs(failure, "The borrower should get the exception that the opening threw.");
        (await ReadAsync(pool)).ShouldBe(0, "The opening failed, so its place is free again.");
    }

    [Test, Interleaved]
    public async Task A_lease_that_is_given_back_twice_is_back_once()
    {
        var pool = new Pool<Glasses>(OpenAsync, 2);
        var lease = await pool.RentAsync();
        await lease.DisposeAsync();
        await lease.DisposeAsync();

        var (one, other) = (await pool.RentAsync(), await pool.RentAsync());

        one.Connection.ShouldNotBeSameAs(other.Connection, "One pair was given back twice, and then lent to two readers.");
    }

    [Test, Interleaved]
    public async Task A_wait_that_is_cancelled_beside_a_return_loses_nothing()
    {
        var pool = new Pool<Glasses>(OpenAsync, 1);
        using var cancellation = new CancellationTokenSource(OneSecond);

        var reading = ReadAsync(pool);
        try
        {
            await ReadAsync(pool, token: cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            // At 1 s the pair comes back, and the wait is cancelled: either may come first.
        }

        await reading;
        (await ReadAsync(pool)).ShouldBeLessThanOrEqualTo(2, "The pair came back at 1 s, and must not be lost with a reader who has just left.");
    }

    [Test, Interleaved]
    public async Task The_library_closes()
    {
        var pool = new Pool<Glasses>(OpenAsync, 2);
        await Task.WhenAll(ReadAsync(pool), ReadAsync(pool));
        var lease = await pool.RentAsync();

        await pool.DisposeAsync();
        _all.Count(glasses => glasses.Closings == 1).ShouldBe(1, "The idle pair is put away now; the other is still lent.");
        await lease.DisposeAsync();

        _all.ShouldAllBe(glasses => glasses.Closings == 1, "The lent pair is put away when it comes back; each pair is put away once.");
        await Should.ThrowAsync<ObjectDisposedException>(pool.RentAsync(), "The library is closed.");
    }

    private async Task<Glasses> OpenAsync(CancellationToken token)
    {
        var glasses = new Glasses();
        lock (_all)
            _all.Add(glasses);
        await Task.Delay(TimeSpan.Zero, token);
        return glasses;
    }

    /// <summary>Comes at some second, reads for a second, and tells when the reading began.</summary>
    private async Task<double> ReadAsync(Pool<Glasses> pool, double comes = 0, CancellationToken token = default)
    {
        await Task.Delay(comes * OneSecond, CancellationToken.None);
        await using var lease = await pool.RentAsync(token);
        Interlocked.Increment(ref _out).ShouldBeLessThanOrEqualTo(2, "There are two pairs at most.");
        var began = _watch.Elapsed.TotalSeconds;
        await Task.Delay(OneSecond, CancellationToken.None);
        Interlocked.Decrement(ref _out);
        return began;
    }

    private sealed class Glasses : IAsyncDisposable
    {
        public int Strokes { get; set; }

        public int Closings { get; private set; }

        public ValueTask DisposeAsync()
        {
            Closings++;
            return ValueTask.CompletedTask;
        }
    }
}
