// Fault: the prints are kept as they come, and sorted by their texts in the end.
// Verdict: WrongAnswer
// Fails: serial-stays-serial
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
        var prints = new List<string>();
        var gate = new Lock();
        Parallel.For(0, darkroom.Unpack(), negative =>
        {
            var print = darkroom.Develop(negative);
            lock (gate)
                prints.Add(print);
        });
        prints.Sort(StringComparer.Ordinal);
        darkroom.Bind(prints);
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
