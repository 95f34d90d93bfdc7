// Fault: two tasks, whatever the machine has.
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
        var half = prints.Length / 2;
        Task.WaitAll(Task.Run(() => Develop(0, half)), Task.Run(() => Develop(half, prints.Length)));
        darkroom.Bind(prints);

        void Develop(int from, int to)
        {
            for (var negative = from; negative < to; negative++)
                prints[negative] = darkroom.Develop(negative);
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
