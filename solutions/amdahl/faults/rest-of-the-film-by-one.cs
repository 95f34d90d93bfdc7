// Fault: what is left of the film when it does not divide by the cores is developed by one core alone.
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
        var cores = Environment.ProcessorCount;
        var each = prints.Length / cores;
        Parallel.For(0, cores, core =>
        {
            for (var negative = core * each; negative < (core + 1) * each; negative++)
                prints[negative] = darkroom.Develop(negative);
        });
        for (var negative = cores * each; negative < prints.Length; negative++)
            prints[negative] = darkroom.Develop(negative);
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
