using System.Diagnostics;
using System.Globalization;
using Grader.Compiling;
using Grader.Policies;
using Grader.Records;
using Judge.Protocol;

namespace Benchmarks;

/// <summary>What the policy adds to a submission, once it is warm: every reference, alternative and fault, many times.</summary>
internal static class PolicyCost
{
    private const int Rounds = 20;

    public static int Run()
    {
        var workspace = Grader.Workspace.Find(Directory.GetCurrentDirectory());
        var compiler = new Compiler(workspace.References);
        var images = workspace.Grading.Katas.SelectMany(kata => Directory
            .GetFiles(Path.Combine(workspace.Root, "solutions", kata.Id), "*.cs", SearchOption.AllDirectories)
            .Select(path => compiler.Compile(new Submission("", kata, [new SourceFile(kata.Files[0], File.ReadAllText(path))])).Debug)
            .OfType<AssemblyImage>()).ToList();
        var milliseconds = Enumerable.Range(0, Rounds).SelectMany(_ => images).Select(image =>
        {
            var start = Stopwatch.GetTimestamp();
            _ = Policy.Violations(image, null, []);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Skip(images.Count * Rounds / 2).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"policy, {images.Count} submissions: median {milliseconds[milliseconds.Count / 2]:0.00} ms, 99 of 100 within {milliseconds[milliseconds.Count * 99 / 100]:0.00} ms"));
        return 0;
    }
}
