using Grader.Compiling;
using Grader.Records;

namespace Grader.Tests.Compiling;

/// <summary>Compiles texts as submissions to a kata called Tiny.</summary>
internal static class Compiled
{
    private static readonly Compiler Compiler = new(Path.Combine(AppContext.BaseDirectory, "references"));

    public static Compilation Of(string code, string name = "Tiny") => Compiler.Compile(name, [new SourceFile($"{name}.cs", code)]);
}
