namespace Corpus.Suites;

/// <summary>
/// The work-stealing queue of the THE protocol (Frigo, Leiserson and Randall, PLDI 1998) with one bug: it takes one item more
/// than leaves a free place between tail and head, so that a push may overwrite what is just being stolen.
/// </summary>
internal sealed class WorkStealQueue(int size)
{
    private readonly object gate = new();
    private int[] items = new int[size];
    private int mask = size - 1;
    private int head;
    private int tail;

    public void Push(int item)
    {
        var at = Read(ref tail);
        if (at < Read(ref head) + mask + 1)
        {
            items[at & mask] = item;
            Interlocked.Exchange(ref tail, at + 1);
            return;
        }

        PushAlone(item);
    }

    public int? Pop()
    {
        var at = Read(ref tail) - 1;
        Interlocked.Exchange(ref tail, at);
        if (Read(ref head) <= at)
            return items[at & mask];
        Interlocked.Exchange(ref tail, at + 1);
        return PopAlone();
    }

    public int? Steal()
    {
        lock (gate)
        {
            var at = Read(ref head);
            Interlocked.Exchange(ref head, at + 1);
            if (at < Read(ref tail))
                return items[at & mask];
            Interlocked.Exchange(ref head, at);
            return null;
        }
    }

    private void PushAlone(int item)
    {
        lock (gate)
        {
            var first = Read(ref head);
            var count = Read(ref tail) - first;
            var larger = new int[2 * (mask + 1)];
            for (var i = 0; i < count; i++)
                larger[i] = items[(first + i) & mask];
            items = larger;
            mask = larger.Length - 1;
            Interlocked.Exchange(ref head, 0);
            items[count & mask] = item;
            Interlocked.Exchange(ref tail, count + 1);
        }
    }

    private int? PopAlone()
    {
        lock (gate)
        {
            int? found = null;
            var at = Read(ref tail) - 1;
            Interlocked.Exchange(ref tail, at);
            if (Read(ref head) <= at)
                found = items[at & mask];
            else
                Interlocked.Exchange(ref tail, at + 1);
            if (Read(ref head) > at)
            {
                Interlocked.Exchange(ref head, 0);
                Interlocked.Exchange(ref tail, 0);
                found = null;
            }

            return found;
        }
    }

    private static int Read(ref int location) => Interlocked.CompareExchange(ref location, 0, 0);
}
