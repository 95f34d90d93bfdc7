// Alternative: PLINQ keeps the order; the number of cores is found by bisection in 128 bits.
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
        var negatives = Enumerable.Range(0, darkroom.Unpack());
        darkroom.Bind([.. negatives.AsParallel().AsOrdered().Select(darkroom.Develop)]);
    }

    public static double Speedup(long serial, long parallel, int cores)
    {
        var p = parallel / (double)(serial + parallel);
        return 1 / (1 - p + (p / cores));
    }

    public static int CoresFor(long serial, long parallel, int speedup)
    {
        var (none, enough) = (0, int.MaxValue);
        if (!IsEnough(enough))
            return 0;
        while (enough - none > 1)
        {
            var middle = none + ((enough - none) / 2);
            if (IsEnough(middle))
                enough = middle;
            else
                none = middle;
        }

        return enough;

        bool IsEnough(int cores) => (Int128)cores * ((Int128)serial + parallel) >= (Int128)speedup * (((Int128)cores * serial) + parallel);
    }
}
