// Fault: tries one number of cores after the other, and gives up at a thousand.
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
        for (var cores = 1; cores <= 1_000; cores++)
        {
            if ((Int128)cores * (serial + parallel) >= (Int128)speedup * (((Int128)cores * serial) + parallel))
                return cores;
        }

        return 0;
    }
}
