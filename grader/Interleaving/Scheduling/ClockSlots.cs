namespace Interleaving.Scheduling;

/// <summary>
/// Hands out the components of vector clocks. An operation that has ended passes its component on to a new one if all that
/// it did to memory happens before the new one starts: then no pair of accesses is judged otherwise, and clocks stay as
/// long as operations overlap, not as there are timers in an hour.
/// </summary>
internal sealed class ClockSlots
{
    /// <summary>How many free components are looked at, the latest first: a bound on the work of starting an operation.</summary>
    private const int Looks = 8;

    private readonly List<(int Slot, int LastAccess, int Now)> free = [];
    private int count;

    /// <summary>A component for an operation that starts after <paramref name="past"/>, and where it starts to count.</summary>
    public (int Slot, int Start) Take(VectorClock past)
    {
        for (var i = free.Count - 1; i >= 0 && i >= free.Count - Looks; i--)
        {
            var (slot, lastAccess, now) = free[i];
            if (past[slot] < lastAccess)
                continue;
            free.RemoveAt(i);
            return (slot, now + 1);
        }

        return (count++, 1);
    }

    /// <summary>An operation has ended.</summary>
    /// <param name="slot">Its component.</param>
    /// <param name="lastAccess">What its component was when it last accessed memory; 0 when it never did.</param>
    /// <param name="now">What its component is.</param>
    public void Give(int slot, int lastAccess, int now) => free.Add((slot, lastAccess, now));
}
