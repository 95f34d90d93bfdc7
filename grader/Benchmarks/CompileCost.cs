using System.Diagnostics;
using System.Globalization;
using Grader;
using Grader.Preparing;

namespace Benchmarks;

/// <summary>What it takes to compile, check and weave a submission: in this process, and in a worker that is kept warm.</summary>
internal static class CompileCost
{
    private const int Rounds = 3;

    public static int Run()
    {
        var requests = OurSubmissions.Read(Workspace.Find(Directory.GetCurrentDirectory()));
        Print("in this process, warm", Times(requests, request => WorkerLoop.Answer(request)));
        Print("in a worker, warm", Times(requests, request =>
            CompileWorkers.AskAsync(request, CancellationToken.None).GetAwaiter().GetResult()));
        return 0;
    }

    public static void Print(string what, IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: median {sorted[sorted.Count / 2]:0.00} ms, 95 of 100 within {sorted[sorted.Count * 95 / 100]:0.00} ms"));
    }

    private static List<double> Times(List<CompileRequest> requests, Func<CompileRequest, CompileAnswer> answer)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var request in requests)
            {
                var start = Stopwatch.GetTimestamp();
                _ = answer(request);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return times[^requests.Count..];
    }
}
