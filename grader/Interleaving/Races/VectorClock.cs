namespace Interleaving.Races;

/// <summary>
/// A vector clock (Mattern 1989): for each operation, how many of its releases are known to have happened.
/// </summary>
internal sealed class VectorClock
{
    private int[] times = [];

    public int this[int operation] => operation < times.Length ? times[operation] : 0;

    public void Tick(int operation)
    {
        Grow(operation + 1);
        times[operation]++;
    }

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
