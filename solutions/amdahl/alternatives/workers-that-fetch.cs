// Alternative: a worker for each core takes the next negative with Interlocked.Increment.
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
        var count = darkroom.Unpack();
        var prints = new string[count];
        var next = -1;
        Task.WaitAll([.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(Work))]);
        darkroom.Bind(prints);

        void Work()
        {
            for (var negative = Interlocked.Increment(ref next); negative < count; negative = Interlocked.Increment(ref next))
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
