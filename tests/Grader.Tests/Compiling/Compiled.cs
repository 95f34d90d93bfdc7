using Grader.Compiling;
using Grader.Configuration;
using Grader.Records;

namespace Grader.Tests.Compiling;

/// <summary>Compiles texts as submissions to a kata called Tiny.</summary>
internal static class Compiled
{
    public static Kata Kata { get; } = new("tiny", "Tiny", "Tiny", ["Tiny.cs"], 0, []);

    private static readonly Compiler Compiler = new(Path.Combine(AppContext.BaseDirectory, "references"));

    public static Compilation Of(string code, string name = "Tiny") => Compiler.Compile(
        new Submission("student", Kata with { Name = name, Files = [$"{name}.cs"] }, [new SourceFile($"{name}.cs", code)]));
}
