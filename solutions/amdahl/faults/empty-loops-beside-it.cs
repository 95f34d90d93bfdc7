// Fault: one core develops, and the others turn round and round, to look busy.
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
        Parallel.Invoke([Develop, .. Enumerable.Repeat<Action>(Turn, Environment.ProcessorCount - 1)]);
        darkroom.Bind(prints);

        void Develop()
        {
            for (var negative = 0; negative < prints.Length; negative++)
                prints[negative] = darkroom.Develop(negative);
        }

        static void Turn()
        {
            for (var round = 0; round < 100_000; round++)
            {
                // busy
            }
        }
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
