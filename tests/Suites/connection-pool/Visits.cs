namespace ConcurrencyKatas.ConnectionPool.Suite;

internal static class Visits
{
    /// <summary>All of them come, each as a task of its own; ends when the last has left.</summary>
    public static Task<Visit[]> OfAsync(House house, Pool<House.Connection> pool, params Borrower[] borrowers) =>
        Task.WhenAll(borrowers.Select(borrower => OneAsync(house, pool, borrower)));

    public static async Task<Visit> OneAsync(House house, Pool<House.Connection> pool, Borrower borrower)
    {
        await Task.Delay(borrower.Comes);
        var cancellation = new CancellationTokenSource();
        if (borrower.GivesUp is { } at && at <= borrower.Comes)
            cancellation.Cancel();
        else if (borrower.GivesUp is { } later)
            cancellation.CancelAfter(later - borrower.Comes);
        return await NowAsync(house, pool, borrower.Uses, cancellation.Token);
    }

    /// <summary>Somebody who is there already, and gives up when their token says so.</summary>
    public static async Task<Visit> NowAsync(House house, Pool<House.Connection> pool, TimeSpan uses, CancellationToken token)
    {
        Lease<House.Connection> lease;
        try
        {
            lease = await pool.RentAsync(token);
        }
        catch (Exception error)
        {
            return new(null, error, house.Now, error is OperationCanceledException cancelled && cancelled.CancellationToken == token);
        }

        var served = house.Now;
        await using (lease)
            await lease.Connection.UseAsync(uses);
        return new(served, null, served, false);
    }

    /// <summary>
    /// Whether all places are there: so many can be rented at once, all of them at this instant or after one opening, and none is lent to two.
    /// They are given back afterwards.
    /// </summary>
    public static async Task<bool> AllPlacesAreThereAsync(House house, Pool<House.Connection> pool, int size)
    {
        var began = house.Now;
        var rents = Enumerable.Range(0, size).Select(_ => pool.RentAsync()).ToArray();
        await Task.WhenAny(Task.WhenAll(rents), Task.Delay(house.Opening + TimeSpan.FromMinutes(1)));
        if (rents.Any(rent => !rent.IsCompletedSuccessfully) || house.Now > began + house.Opening)
            return false;
        var leases = await Task.WhenAll(rents);
        var apart = leases.Select(lease => lease.Connection).Distinct().Count() == size;
        foreach (var lease in leases)
            await lease.DisposeAsync();
        return apart && house.Peak <= size;
    }
}
