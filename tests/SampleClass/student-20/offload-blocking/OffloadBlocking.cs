namespace ConcurrencyKatas.OffloadBlocking;

/// <summary>
/// The vendor's driver, as it came in 2009. You cannot change it. Every call blocks the calling thread for as long as
/// the sensor takes to answer, often seconds. It may be called from several threads at once, but from no more than the
/// bus has lines for.
/// </summary>
public interface ISensorDriver
{
    /// <summary>Asks one sensor for its reading and blocks until it answers.</summary>
    /// <param name="sensor">The sensor's number.</param>
    /// <returns>The reading, in hundredths of a degree.</returns>
    /// <exception cref="IOException">The sensor did not answer, or answered nonsense.</exception>
    int Read(int sensor);
}

/// <summary>
/// Brings the blocking driver to a program that lives on one thread, its loop. No call here may ever block that thread.
/// </summary>
public sealed class SensorHub
{
    private readonly ISensorDriver _driver;

    /// <summary>Makes a hub for one driver.</summary>
    /// <param name="driver">The blocking driver.</param>
    /// <param name="workers">
    /// How many calls may be inside the driver at the same time, over all reads of this hub: 1 or more.
    /// </param>
    public SensorHub(ISensorDriver driver, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        _driver = driver;
    }

    /// <summary>Reads one sensor. Returns at once; the driver is called elsewhere, as soon as a worker is free.</summary>
    /// <param name="sensor">The sensor's number.</param>
    /// <param name="token">
    /// Gives up a read that has no worker yet: its task ends as cancelled at once, and the driver is never called for it. A
    /// read that is in the driver already cannot be interrupted: it runs to its end, and keeps its worker until then.
    /// </param>
    /// <returns>The reading; or the very exception that the driver threw.</returns>
    public Task<int> ReadAsync(int sensor, CancellationToken token = default) =>
        Task.FromResult(_driver.Read(sensor));

    /// <summary>Reads many sensors, as many at a time as there are workers.</summary>
    /// <param name="sensors">The sensors' numbers, in any order; one may come twice.</param>
    /// <param name="token">As in <see cref="ReadAsync"/>, for each read that still waits.</param>
    /// <returns>One reading for each number, in the order of <paramref name="sensors"/>.</returns>
    public async Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default)
    {
        var readings = new List<int>();
        foreach (var sensor in sensors)
            readings.Add(await ReadAsync(sensor, token));
        return [.. readings];
    }
}
