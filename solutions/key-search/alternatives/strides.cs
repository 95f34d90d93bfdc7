// Alternative: each core tries every nth key, up to the lowest hit so far.
namespace ConcurrencyKatas.KeySearch;

public interface IKeys
{
    long Count { get; }

    string this[long index] { get; }
}

public static class Locksmith
{
    public static long FindFirst(IKeys keys, Predicate<string> opens)
    {
        var cores = Environment.ProcessorCount;
        var gate = new Lock();
        var end = keys.Count;
        var workers = new Task[cores];
        for (var worker = 0; worker < cores; worker++)
        {
            var mine = worker;
            workers[worker] = Task.Run(() =>
            {
                for (long index = mine; index < Volatile.Read(ref end); index += cores)
                {
                    if (!opens(keys[index]))
                        continue;
                    lock (gate)
                    {
                        if (index < end)
                            Volatile.Write(ref end, index);
                    }
                }
            });
        }

        Task.WaitAll(workers);
        return end == keys.Count ? -1 : end;
    }
}
