// Fault: the formula solved for n in doubles, and rounded up.
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
        var p = parallel / (double)(serial + parallel);
        var cores = p / ((1.0 / speedup) - (1 - p));
        return cores <= 0 || double.IsInfinity(cores) ? 0 : (int)Math.Ceiling(cores);
    }
}
