namespace ConcurrencyKatas.BreakIt;

/// <summary>
/// Lets only so many in at a time: a semaphore. The number of its permits is fixed when it is made. Many threads may
/// use it at once.
/// </summary>
public interface IGate
{
    /// <summary>
    /// Takes a permit. Returns at once, whether there is one or not; never blocks the calling thread.
    /// </summary>
    /// <param name="token">
    /// Gives up. A caller whose token is cancelled before the call, or while they wait, gets no permit, and their task ends as cancelled.
    /// </param>
    /// <returns>
    /// A task that ends when the caller has a permit: as soon as one is free. Which of the waiting callers enters first is up to the
    /// gate.
    /// </returns>
    Task EnterAsync(CancellationToken token = default);

    /// <summary>Gives the permit back, to one of the waiting callers or for the next call. Only a caller who has a permit may call it.</summary>
    void Leave();
}

/// <summary>The test of a gate.</summary>
public static class GateTest
{
    /// <summary>
    /// Uses gates in every way that matters. Under an explorer, which runs it in one interleaving after another, it should fail for a broken
    /// gate in at least one of them, and for a right gate in none.
    /// </summary>
    /// <param name="create">Makes a gate with so many permits, 1 or more, each time a new one.</param>
    /// <returns>A task that ends when the gates have passed. For a broken gate it throws, or never ends.</returns>
    public static async Task CheckAsync(Func<int, IGate> create)
    {
        var gate = create(1);
        await gate.EnterAsync();
        gate.Leave();
        await gate.EnterAsync();
        gate.Leave();
    }
}
