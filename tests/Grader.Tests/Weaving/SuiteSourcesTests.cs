using System.Text;
using Grader.Weaving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Grader.Tests.Weaving;

public sealed class SuiteSourcesTests
{
    private const string One = "class One { int Twice(int x) => 2 * x; }";
    private const string Two = "class Two { const int Answer = 42; }";

    [Test]
    public void Are_the_same_wherever_and_however_a_suite_is_built()
    {
        var clone = Built(OptimizationLevel.Debug, ("/home/ann/Zoo.cs", One), ("/home/ann/Two.cs", Two), ("/home/ann/obj/X.Suite.AssemblyInfo.cs", "// Debug of 1a2b3c"));
        var bundle = Built(OptimizationLevel.Release, ("/tmp/p/Two.cs", Two), ("/tmp/p/Zoo.cs", One), ("/tmp/p/obj/X.Suite.AssemblyInfo.cs", "// Release"));
        bundle.ShouldNotBe(clone);
        SuiteSources.Checksums(bundle).ShouldBe(SuiteSources.Checksums(clone));
        SuiteSources.Checksums(clone).Length.ShouldBe(2 * 32);
    }

    [TestCase(One, "class Two { const int Answer = 43; }")]
    [TestCase("class One { int Twice(int x) => x; }", Two)]
    public void Are_others_when_any_file_is_another(string one, string two) =>
        SuiteSources.Checksums(Built(OptimizationLevel.Debug, ("One.cs", one), ("Two.cs", two)))
            .ShouldNotBe(SuiteSources.Checksums(Built(OptimizationLevel.Debug, ("One.cs", One), ("Two.cs", Two))));

    /// <summary>The symbols of an assembly, as the build writes them.</summary>
    private static byte[] Built(OptimizationLevel level, params (string Path, string Text)[] files)
    {
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8, SourceHashAlgorithm.Sha256), path: file.Path));
        var compilation = CSharpCompilation.Create(
            "X.Suite", trees, [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: level, deterministic: true));
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)).Success.ShouldBeTrue();
        return symbols.ToArray();
    }
}
