using System.Diagnostics;
using System.Globalization;
using Grader;
using Grader.Judging;
using Grader.Watching;
using Judge.Protocol;

namespace Benchmarks;

/// <summary>What `grader watch` takes from a save to its screen, with the compiler warm and a judge that has rehearsed.</summary>
internal static class WatchCost
{
    public static int Run(int saves)
    {
        var workspace = Workspace.Find(Directory.GetCurrentDirectory());
        Console.WriteLine("| kata | first run | after a save, median | slowest |\n|---|---:|---:|---:|");
        foreach (var kata in workspace.Grading.Katas)
            Measure(Path.Combine(workspace.Root, "katas", kata.Id), kata.Id, saves).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task Measure(string original, string id, int saves)
    {
        var folder = Directory.CreateTempSubdirectory("watch-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(original))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            var kata = KataFolder.Open(folder, id);
            var saved = Path.Combine(folder, kata.Name + ".cs");
            using var judge = new PracticeJudge(TimeProvider.System);
            var tests = new VisibleTests(judge, new RunSettings(200, 1, 1), new JudgeLimits());
            var times = new List<double>();
            var start = Stopwatch.GetTimestamp();
            await foreach (var news in new KataWatch(kata, tests, TimeProvider.System).NewsAsync(CancellationToken.None))
            {
                if (news.Outcome is not { } outcome)
                    continue;
                if (outcome.Judgement is not { Criteria.Count: > 0 })
                    throw new InvalidOperationException($"{id} was not judged");
                times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                if (times.Count > saves)
                    break;

                // As a person would: reads the screen, and saves again some seconds later.
                await Task.Delay(TimeSpan.FromSeconds(4));
                await File.AppendAllTextAsync(saved, $"// {times.Count}\n");
                start = Stopwatch.GetTimestamp();
            }

            var warm = times.Skip(1).Order().ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {id} | {times[0]:0.00} s | {warm[warm.Count / 2]:0.00} s | {warm[^1]:0.00} s |"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
