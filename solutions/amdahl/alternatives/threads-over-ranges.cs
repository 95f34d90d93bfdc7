// Alternative: a thread for each core, each with a range of its own; decimals instead of 128 bits.
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
        var threads = new Thread[Math.Min(Environment.ProcessorCount, prints.Length)];
        Exception? failure = null;
        for (var part = 0; part < threads.Length; part++)
        {
            int from = prints.Length * part / threads.Length, to = prints.Length * (part + 1) / threads.Length;
            threads[part] = new Thread(() =>
            {
                try
                {
                    for (var negative = from; negative < to; negative++)
                        prints[negative] = darkroom.Develop(negative);
                }
                catch (Exception caught)
                {
                    Interlocked.CompareExchange(ref failure, caught, null);
                }
            });
            threads[part].Start();
        }

        foreach (var thread in threads)
            thread.Join();
        if (failure is not null)
            throw new AggregateException(failure);
        darkroom.Bind(prints);
    }

    public static double Speedup(long serial, long parallel, int cores) =>
        ((double)serial + parallel) / (serial + ((double)parallel / cores));

    public static int CoresFor(long serial, long parallel, int speedup)
    {
        if (speedup == 1)
            return 1;
        var left = (decimal)serial + parallel - ((decimal)speedup * serial);
        return left <= 0 ? 0 : (int)decimal.Ceiling(DivideUp((decimal)speedup * parallel, left));

        static decimal DivideUp(decimal product, decimal by)
        {
            var rest = product % by;
            return ((product - rest) / by) + (rest > 0 ? 1 : 0);
        }
    }
}
