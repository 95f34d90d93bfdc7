namespace Interleaving.Scheduling;

/// <summary>
/// A vector clock (Mattern 1989): for each slot (see <see cref="ClockSlots"/>), how many releases of its operation are known.
/// </summary>
internal sealed class VectorClock
{
    private int[] times = [];
    private VectorClock? frozen;

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

    /// <summary>At least <paramref name="time"/> is known.</summary>
    public void Reach(int slot, int time)
    {
        Grow(slot + 1);
        times[slot] = Math.Max(times[slot], time);
    }

    /// <summary>
    /// What is known now, to be kept. The owner's own component may be out of date in it: copies are shared until the owner
    /// hears of somebody else.
    /// </summary>
    public VectorClock Frozen()
    {
        if (frozen is null)
        {
            frozen = new VectorClock();
            frozen.Join(this);
        }

        return frozen;
    }

    public void Clear() => (times, frozen) = ([], null);

    public void Join(VectorClock other)
    {
        var theirs = other.times;

        // Exactly as long: two clocks that join one another by turns would otherwise double each other without end.
        if (theirs.Length > times.Length)
            Array.Resize(ref times, theirs.Length);
        for (var i = 0; i < theirs.Length; i++)
        {
            if (theirs[i] > times[i])
            {
                times[i] = theirs[i];
                frozen = null;
            }
        }
    }

    /// <summary>Whether all that the other knows is known here.</summary>
    public bool Covers(VectorClock other)
    {
        for (var i = 0; i < other.times.Length; i++)
        {
            if (other.times[i] > this[i])
                return false;
        }

        return true;
    }

    /// <summary>A hash (FNV-1a; Fowler, Noll and Vo) of the times of all slots, after <paramref name="first"/>.</summary>
    public ulong Hash(ulong first)
    {
        const ulong Prime = 1_099_511_628_211;
        var hash = (14_695_981_039_346_656_037 ^ first) * Prime;
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] != 0)
                hash = (hash ^ ((ulong)(uint)i << 32) ^ (uint)times[i]) * Prime;
        }

        return hash;
    }

    private void Grow(int length)
    {
        if (length > times.Length)
            Array.Resize(ref times, Math.Max(length, times.Length * 2));
    }
}
