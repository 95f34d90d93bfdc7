// Fault: the law multiplied out. With large figures the product does not fit into a long.
// Verdict: WrongAnswer
// Fails: formula
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
        (double)(serial + parallel) * cores / ((serial * cores) + parallel);

    public static int CoresFor(long serial, long parallel, int speedup)
    {
        if (speedup == 1)
            return 1;
        var left = serial + parallel - ((Int128)speedup * serial);
        return left <= 0 ? 0 : (int)(((Int128)speedup * parallel + left - 1) / left);
    }
}
