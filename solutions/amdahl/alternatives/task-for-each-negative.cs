// Alternative: a task for each negative, whose results stand in the order of the tasks.
using System.Numerics;

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
        Task<string>[] prints = [.. Enumerable.Range(0, darkroom.Unpack()).Select(negative => Task.Run(() => darkroom.Develop(negative)))];
        darkroom.Bind(Task.WhenAll(prints).GetAwaiter().GetResult());
    }

    public static double Speedup(long serial, long parallel, int cores) =>
        ((double)serial + parallel) / (serial + ((double)parallel / cores));

    public static int CoresFor(long serial, long parallel, int speedup)
    {
        var left = new BigInteger(serial) + parallel - (new BigInteger(speedup) * serial);
        if (left.Sign <= 0)
            return speedup == 1 ? 1 : 0;
        var cores = BigInteger.DivRem(new BigInteger(speedup) * parallel, left, out var rest);
        return Math.Max(1, (int)cores + (rest.IsZero ? 0 : 1));
    }
}
