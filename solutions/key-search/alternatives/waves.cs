// Alternative: goes wave by wave: equal parts near the front for all cores, and the lowest hit of a wave is the lowest of all.
namespace ConcurrencyKatas.KeySearch;

public interface IKeys
{
    long Count { get; }

    string this[long index] { get; }
}

public static class Locksmith
{
    private const int Part = 500;

    public static long FindFirst(IKeys keys, Predicate<string> opens)
    {
        var cores = Environment.ProcessorCount;
        for (long wave = 0; wave < keys.Count; wave += cores * Part)
        {
            var tasks = new Task<long>[cores];
            for (var core = 0; core < cores; core++)
            {
                var from = wave + (core * Part);
                tasks[core] = Task.Run(() => First(keys, opens, from, Math.Min(from + Part, keys.Count)));
            }

            Task.WaitAll(tasks);
            foreach (var task in tasks)
            {
                if (task.Result >= 0)
                    return task.Result;
            }
        }

        return -1;
    }

    private static long First(IKeys keys, Predicate<string> opens, long from, long to)
    {
        for (var index = from; index < to; index++)
        {
            if (opens(keys[index]))
                return index;
        }

        return -1;
    }
}
