namespace ConcurrencyKatas.BreakIt;

/// <summary>
/// Lets only so many in at a time: a semaphore. The number of its permits is fixed when it is made. Its members may be called from any
/// thread, at once.
/// </summary>
public interface IGate
{
    /// <summary>
    /// Takes a permit. Returns at once, whether there is one or not; never holds the calling thread.
    /// </summary>
    /// <param name="token">
    /// Gives up. Whoever gives up while they wait, or had before they asked, has no permit, and their task ends as cancelled.
    /// </param>
    /// <returns>
    /// A task that ends when the caller has a permit: as soon as there is one that nobody else has. Which of those who wait enters first is
    /// up to the gate.
    /// </returns>
    Task EnterAsync(CancellationToken token = default);

    /// <summary>Gives the permit back, for one of those who wait or for the next one who comes. Only for those who have one.</summary>
    void Leave();
}

/// <summary>The test of a gate.</summary>
public static class GateTest
{
    /// <summary>
    /// Uses gates in every way that matters. Under an explorer, which runs it in one interleaving after another, it should fail for a broken gate in at
    /// least one of them, and for a right gate in none.
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
