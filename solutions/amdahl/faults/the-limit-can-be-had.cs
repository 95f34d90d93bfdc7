// Fault: at the limit itself the difference is 0, and it divides by 1 instead.
// Verdict: WrongAnswer
// Fails: ceiling
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
        Parallel.For(0, prints.Length, negative => prints[negative] = darkroom.Develop(negative));
        darkroom.Bind(prints);
    }

    public static double Speedup(long serial, long parallel, int cores) =>
        ((double)serial + parallel) / (serial + ((double)parallel / cores));

    public static int CoresFor(long serial, long parallel, int speedup)
    {
        var left = serial + parallel - ((Int128)speedup * serial);
        if (left < 0)
            return 0;
        left = Int128.Max(left, 1);
        return Math.Max(1, (int)(((Int128)speedup * parallel + left - 1) / left));
    }
}
