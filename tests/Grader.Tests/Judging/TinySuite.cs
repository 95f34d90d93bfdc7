using System.Text;
using Grader.Judging;
using Grader.Judging.Sandboxes;
using Interleaving.Platform;
using Interleaving.Weaving;
using Judge.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Grader.Tests.Judging;

/// <summary>Hidden suites of a few lines, compiled in memory and judged in a real child process.</summary>
internal static class TinySuite
{
    private const string Usings =
        "using System; using System.Linq; using System.Threading; using System.Threading.Tasks; using NUnit.Framework; using Shouldly; using Interleaving; using Interleaving.NUnit;\n";

    private static readonly List<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(File.Exists)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Small enough for a test, large enough for a busy machine: only what never ends reaches them.</summary>
    public static JudgeLimits Limits { get; } = new(WallSeconds: 20, CpuSeconds: 10, MemoryMegabytes: 256);

    public static AssemblyImage Compile(
        string body, string name = "Tiny.Suite", params IReadOnlyList<AssemblyImage> others)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(Usings + body, path: name + ".cs", encoding: Encoding.UTF8)],
            [.. References, .. others.Select(other => MetadataReference.CreateFromImage(other.Pe))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        using var pe = new MemoryStream();
        using var pdb = new MemoryStream();
        var result = compilation.Emit(pe, pdb);
        result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return new AssemblyImage(name, pe.ToArray(), pdb.ToArray());
    }

    public static IReadOnlyList<AssemblyImage> Weave(params IReadOnlyList<AssemblyImage> images)
    {
        var woven = new List<AssemblyImage>();
        var site = 0;
        foreach (var image in images)
        {
            var options = new WeaveOptions { FirstSite = site, References = [.. images.Select(other => other.Pe)] };
            var result = Weaver.Weave(image.Pe, image.Pdb, options);
            site = result.NextSite;
            woven.Add(new AssemblyImage(result.Name, result.Bytes, result.Pdb));
        }

        return woven;
    }

    /// <summary>A request for a fixture whose members are <paramref name="members"/>.</summary>
    public static JudgeRequest Request(string members) => new()
    {
        Suite = "Tiny.Suite",
        Woven = Weave(Compile($"[TestFixture] public class Tests {{ {members} }}")),
        Limits = Limits,
    };

    public static Task<Judgement> JudgeAsync(string members, JudgeLimits? limits = null) =>
        JudgeAsync(Request(members) with { Limits = limits ?? Limits });

    public static Task<Judgement> JudgeAsync(JudgeRequest request) =>
        new ChildJudge(new JudgeLauncher(Sandbox.None), TimeProvider.System).JudgeAsync(request, CancellationToken.None);
}
