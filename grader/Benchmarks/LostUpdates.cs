using System.Globalization;
using Interleaving;
using Interleaving.Exploring;
using Interleaving.Models.Tasks;
using Interleaving.Strategies;

namespace Benchmarks;

/// <summary>
/// How likely a lost update is when several write without a lock: the share of random-walk schedules at whose end a deposit
/// is missing. It depends on the seed alone, so the chart in katas/lost-update/README.md can be checked.
/// </summary>
internal static class LostUpdates
{
    private const int Schedules = 10_000;
    private const int MostWriters = 8;
    private const int BarLength = 40;

    public static int Run()
    {
        Console.Write(Chart());
        return 0;
    }

    /// <summary>A bar for each number of writers, 1 to 8.</summary>
    public static string Chart() => "writers   lost\n" + string.Concat(
        Enumerable.Range(1, MostWriters).Select(writers => Line(writers, Share(writers))));

    private static string Line(int writers, double share) => string.Create(
        CultureInfo.InvariantCulture,
        $"{writers,7}{share * 100,7:F1} % {new string('█', (int)(share * BarLength))}").TrimEnd() + "\n";

    private static double Share(int writers) => Explorer.OnOwnThread(() =>
    {
        var account = new Box();
        var lost = 0;
        using var runner = new Runner(Write, new ExplorationOptions { DataRaces = false });
        var strategy = new RandomWalkStrategy(seed: 1);
        for (var i = 0; i < Schedules && strategy.Begin(); i++)
        {
            runner.Run(strategy);
            lost += account.Value < writers ? 1 : 0;
        }

        return (double)lost / Schedules;

        Task Write()
        {
            account = new Box();
            return TaskModel.WhenAll([.. Enumerable.Range(0, writers).Select(_ => TaskModel.Run(account.Increment))]);
        }
    });
}
