using System.Diagnostics;
using System.Globalization;
using Interleaving;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Benchmarks;

/// <summary>How many schedules a second the explorer runs, and what a yield point costs that does not switch.</summary>
internal static class Speed
{
    public static int Run()
    {
        Schedules("lost update, 3 tasks", 20_000, () =>
        {
            var box = new Box();
            var tasks = new[] { TaskModel.Run(box.Increment), TaskModel.Run(box.Increment), TaskModel.Run(box.Increment) };
            return TaskModel.WhenAll(tasks);
        });
        Schedules("three delays on one thread", 50_000, () =>
            TaskModel.WhenAll(TaskModel.Delay(1_000), TaskModel.Delay(2_000), TaskModel.Delay(3_000)));
        YieldPoint();
        return 0;
    }

    /// <summary>A small program has few schedules, so several searches make up the count; setting each up is in the figure.</summary>
    private static void Schedules(string name, int count, Func<Task> body)
    {
        var options = new ExplorationOptions { Schedules = count, DataRaces = false };
        Explorer.Explore(body, options with { Schedules = count / 10 });
        var watch = Stopwatch.StartNew();
        long run = 0;
        for (var seed = 1; run < count; seed++)
            run += Explorer.Explore(body, options with { Seed = seed }).Schedules;
        Print(name, run / watch.Elapsed.TotalSeconds, "schedules/s");
    }

    private static void YieldPoint()
    {
        const int Count = 20_000_000;
        var nanoseconds = 0.0;
        Explorer.Explore(
            () =>
            {
                var box = new Box();
                for (var round = 0; round < 3; round++)
                {
                    var watch = Stopwatch.StartNew();
                    for (var i = 0; i < Count; i++)
                        _ = Hooks.Read(box, ref box.Value, -1);
                    nanoseconds = watch.Elapsed.TotalNanoseconds / Count;
                }
            },
            new ExplorationOptions { Schedules = 1, DataRaces = false });
        Print("yield point that does not switch", nanoseconds, "ns");
    }

    private static void Print(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-40}{value,12:N1} {unit}"));
}
