// Fault: one list of prints for all albums.
// Verdict: WrongAnswer
// Fails: serial-stays-serial
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
    private static readonly ConcurrentDictionary<int, string> s_prints = [];

    public static void Make(IDarkroom darkroom)
    {
        var count = darkroom.Unpack();
        Parallel.For(0, count, negative => s_prints[negative] = darkroom.Develop(negative));
        darkroom.Bind([.. s_prints.OrderBy(print => print.Key).Select(print => print.Value)]);
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
