namespace ConcurrencyKatas;

/// <summary>
/// Notices what goes on after a call has ended. Whatever the submission calls notes a step, computations as well, since a zombie
/// may only compute.
/// </summary>
internal sealed class Activity
{
    private int _steps;

    /// <summary>The steps noted so far.</summary>
    public int Steps => Volatile.Read(ref _steps);

    public void Note() => Interlocked.Increment(ref _steps);

    /// <summary>
    /// How many more steps are noted in a virtual minute from now; 0 when everything has ended. A minute passes only when nobody has
    /// anything left to do until then, so nothing that is merely late is missed.
    /// </summary>
    public async Task<int> AfterwardsAsync()
    {
        var before = Steps;
        await Task.Delay(TimeSpan.FromMinutes(1));
        return Steps - before;
    }
}
