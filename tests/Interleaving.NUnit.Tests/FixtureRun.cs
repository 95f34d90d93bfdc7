using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Interleaving.NUnit.Tests;

/// <summary>Runs the tests of a fixture that is given as source, as a test host would: compiled, on disk, not woven.</summary>
internal static class FixtureRun
{
    private const string Usings =
        """
        using System; using System.Collections.Generic; using System.Linq; using System.Threading; using System.Threading.Tasks;
        using NUnit.Framework; using Shouldly; using Interleaving; using Interleaving.NUnit;
        """;

    private static readonly List<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(File.Exists)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static int counter;

    /// <summary>The results of all tests of <c>public class Tests</c> with these members, by name.</summary>
    /// <param name="members">Members of the fixture; its first line is line 1 of Tests.cs.</param>
    /// <param name="others">More types.</param>
    public static IReadOnlyDictionary<string, ITestResult> Of(string members, string others = "")
    {
        var listener = new Leaves();
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        var settings = new Dictionary<string, object> { ["NumberOfTestWorkers"] = 0, ["SynchronousEvents"] = true };
        _ = runner.Load(Compile($"[TestFixture] public partial class Tests {{\n#line 1 \"Tests.cs\"\n{members}\n}}", others), settings);
        _ = runner.Run(listener, TestFilter.Empty);
        return listener.Results;
    }

    private static Assembly Compile(params string[] sources)
    {
        var name = $"Fixture{Interlocked.Increment(ref counter)}";
        var folder = Directory.CreateTempSubdirectory("interleaved-").FullName;
        var compilation = CSharpCompilation.Create(
            name,
            sources.Select((source, i) => CSharpSyntaxTree.ParseText(Usings + source, path: $"{name}.{i}.cs", encoding: Encoding.UTF8)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var path = Path.Combine(folder, name + ".dll");
        using var pe = File.Create(path);
        using var pdb = File.Create(Path.ChangeExtension(path, ".pdb"));
        compilation.Emit(pe, pdb, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)).Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ShouldBeEmpty();
        pe.Close();
        pdb.Close();
        return Assembly.LoadFrom(path);
    }

    private sealed class Leaves : ITestListener
    {
        public ConcurrentDictionary<string, ITestResult> Results { get; } = new(StringComparer.Ordinal);

        public void TestStarted(ITest test)
        {
            // Only endings count.
        }

        public void TestFinished(ITestResult result)
        {
            if (!result.Test.IsSuite)
                Results[result.Test.Name] = result;
        }

        public void TestOutput(TestOutput output)
        {
            // Nothing here prints.
        }

        public void SendMessage(TestMessage message)
        {
            // Nor sends.
        }
    }
}
