// Alternative: prints meet in a concurrent dictionary, under a lock of its own, and are put in order by one core.
using System.Collections.Concurrent;

namespace ConcurrencyKatas.Amdahl;

public interface IDarkroom
{
    int Unpack();

    string Develop(int negative);

    void Bind(IReadOnlyList<string> prints);
}

public static class Album
{
    public static void Make(IDarkroom darkroom)
    {
        var count = darkroom.Unpack();
        var prints = new ConcurrentDictionary<int, string>();
        Parallel.ForEach(Enumerable.Range(0, count), negative => prints.TryAdd(negative, darkroom.Develop(negative)));
        darkroom.Bind([.. prints.OrderBy(print => print.Key).Select(print => print.Value)]);
    }

    public static double Speedup(long serial, long parallel, int cores) =>
        ((double)serial + parallel) / (serial + ((double)parallel / cores));

    public static int CoresFor(long serial, long parallel, int speedup)
    {
        if (speedup == 1)
            return 1;
        var left = serial + parallel - ((Int128)speedup * serial);
        return left <= 0 ? 0 : (int)(((Int128)speedup * parallel + left - 1) / left);
    }
}
