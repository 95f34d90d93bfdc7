using System.Diagnostics;
using Grader;
using Grader.Compiling;
using Grader.Policies;

namespace Benchmarks;

/// <summary>What the policy adds to a submission, once it is warm.</summary>
internal static class PolicyCost
{
    private const int Rounds = 20;

    public static int Run()
    {
        var workspace = Workspace.Find(Directory.GetCurrentDirectory());
        var compiler = new Compiler(workspace.References);
        var images = OurSubmissions.Read(workspace).Select(request => compiler.Compile(request.Name, request.Files).Debug!).ToList();
        var milliseconds = Enumerable.Range(0, Rounds).SelectMany(_ => images).Select(image =>
        {
            var start = Stopwatch.GetTimestamp();
            _ = Policy.Violations(image, null, []);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Skip(images.Count * Rounds / 2).ToList();
        CompileCost.Print($"policy, {images.Count} submissions", milliseconds);
        return 0;
    }
}
