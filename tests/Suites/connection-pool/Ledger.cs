using Interleaving;

namespace ConcurrencyKatas.ConnectionPool.Suite;

/// <summary>
/// A pool, and the history of the calls that are made of it, which must be that of so many things to lend: writing it down orders nothing.
/// </summary>
/// <param name="size">How many may be lent at once.</param>
internal sealed class Ledger(int size)
{
    private readonly Pool<Pencil> _pool = new(_ => Task.FromResult(new Pencil()), size);
    private readonly History<(int Free, bool Closed)> _history = new((size, false));

    /// <summary>Rents and gives back, so many times, on a thread of its own; false when the pool was closed, or the token cancelled.</summary>
    public Task<bool> BorrowAsync(int times, CancellationToken token = default) => Task.Run(async () =>
    {
        try
        {
            for (var i = 0; i < times; i++)
            {
                var lease = await RentAsync(token);
                lease.Connection.Strokes++;
                await ReturnAsync(lease);
            }

            return true;
        }
        catch (Exception exception) when (exception is ObjectDisposedException or OperationCanceledException)
        {
            return false;
        }
    });

    public Task CloseAsync() => Task.Run(() => _history.CallAsync(
        "DisposeAsync()", () => _pool.DisposeAsync().AsTask(), state => (state.Free, true)));

    /// <summary>Fails when no order of the calls explains how they ended.</summary>
    public void IsExplained(string otherwise)
    {
        try
        {
            _history.ShouldBeLinearizable();
        }
        catch (NotLinearizableException)
        {
            Claim.That(holds: false, otherwise);
        }
    }

    /// <summary>
    /// A connection is lent while one is free. A borrower who was waiting when the pool was closed may still get one that comes back at that very
    /// moment, so the specification asks how this call ended: with an exception it belongs after the closing, with a connection where one is free.
    /// </summary>
    private async Task<Lease<Pencil>> RentAsync(CancellationToken token)
    {
        Lease<Pencil>? lease = null;
        await _history.CallAsync(
            "RentAsync()",
            async () => { lease = await _pool.RentAsync(token); },
            state => lease is null ? throw new ObjectDisposedException(nameof(Pool<>)) : (state.Free - 1, state.Closed),
            state => lease is null ? state.Closed : state.Free > 0);
        return lease!;
    }

    private Task ReturnAsync(Lease<Pencil> lease) => _history.CallAsync(
        "Lease.DisposeAsync()", () => lease.DisposeAsync().AsTask(), state => (state.Free + 1, state.Closed));
}
