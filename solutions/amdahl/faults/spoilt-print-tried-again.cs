// Fault: a print that is spoilt is tried a second time, although each negative is developed once.
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
        var prints = new string[darkroom.Unpack()];
        Parallel.For(0, prints.Length, negative =>
        {
            try
            {
                prints[negative] = darkroom.Develop(negative);
            }
            catch (IOException)
            {
                prints[negative] = darkroom.Develop(negative);
            }
        });
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
