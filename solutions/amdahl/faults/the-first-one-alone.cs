// Fault: the first eighth is developed by one core, to see whether it works, and the rest by all.
// Verdict: NotParallel
// Fails: speedup
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
        var prints = new string[darkroom.Unpack()];
        var alone = prints.Length / 8;
        for (var negative = 0; negative < alone; negative++)
            prints[negative] = darkroom.Develop(negative);
        Parallel.For(alone, prints.Length, negative => prints[negative] = darkroom.Develop(negative));
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
