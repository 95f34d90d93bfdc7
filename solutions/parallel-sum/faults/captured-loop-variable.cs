// Fault: the tasks share the loop's variable, so they read whatever it has become.
// Verdict: DataRace
// Fails: correct, every-schedule, cpu-overhead
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        var tasks = new List<Task<long>>();
        for (var part = 0; part < parts; part++)
        {
            tasks.Add(Task.Run(() =>
            {
                long subtotal = 0;
                var end = (long)n * (part + 1) / parts;
                for (var i = (long)n * part / parts; i < end; i++)
                    subtotal += term((int)i);
                return subtotal;
            }));
        }

        return Task.WhenAll(tasks).Result.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
