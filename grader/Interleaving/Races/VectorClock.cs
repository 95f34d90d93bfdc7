namespace Interleaving.Races;

/// <summary>
/// A vector clock (Mattern 1989): for each slot (see <see cref="ClockSlots"/>), how many releases of its operation are known.
/// </summary>
internal sealed class VectorClock
{
    private int[] times = [];

    public int this[int slot] => slot < times.Length ? times[slot] : 0;

    public void Tick(int slot)
    {
        Grow(slot + 1);
        times[slot]++;
    }

    public void Start(int slot, int time)
    {
        Grow(slot + 1);
        times[slot] = time;
    }

    public void Clear() => times = [];

    public void Join(VectorClock other)
    {
        var theirs = other.times;

        // Exactly as long: two clocks that join one another by turns would otherwise double each other without end.
        if (theirs.Length > times.Length)
            Array.Resize(ref times, theirs.Length);
        for (var i = 0; i < theirs.Length; i++)
        {
            if (theirs[i] > times[i])
                times[i] = theirs[i];
        }
    }

    private void Grow(int length)
    {
        if (length > times.Length)
            Array.Resize(ref times, Math.Max(length, times.Length * 2));
    }
}
