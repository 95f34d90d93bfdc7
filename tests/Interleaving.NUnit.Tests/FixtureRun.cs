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
    /// <param name="library">An assembly that it refers to.</param>
    public static IReadOnlyDictionary<string, ITestResult> Of(string members, string others = "", Library? library = null)
    {
        var listener = new Leaves();
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        var settings = new Dictionary<string, object> { ["NumberOfTestWorkers"] = 0, ["SynchronousEvents"] = true };
        _ = runner.Load(Compile(library, $"[TestFixture] public partial class Tests {{\n#line 1 \"Tests.cs\"\n{members}\n}}", others), settings);
        _ = runner.Run(listener, TestFilter.Empty);
        return listener.Results;
    }

    private static Assembly Compile(Library? library, params string[] sources)
    {
        var name = $"Fixture{Interlocked.Increment(ref counter)}";
        var folder = Directory.CreateTempSubdirectory("interleaved-").FullName;
        List<MetadataReference> references = [.. References];
        if (library is not null)
        {
            var file = Emit(folder, library.Name, [CSharpSyntaxTree.ParseText(library.Source, path: "Library.cs", encoding: Encoding.UTF8)], References, library.Embedded);
            references.Add(MetadataReference.CreateFromFile(file));
            if (!library.Symbols || library.Embedded)
                File.Delete(Path.ChangeExtension(file, ".pdb"));
            if (library.Type is { } type)
                File.WriteAllText(Path.Combine(folder, name + ".deps.json"), Dependencies(library.Name, type));
        }

        return Assembly.LoadFrom(Emit(
            folder, name, sources.Select((source, i) => CSharpSyntaxTree.ParseText(Usings + source, path: $"{name}.{i}.cs", encoding: Encoding.UTF8)), references));
    }

    private static string Emit(string folder, string name, IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference> references, bool embedded = false)
    {
        var format = embedded ? DebugInformationFormat.Embedded : DebugInformationFormat.PortablePdb;
        var compilation = CSharpCompilation.Create(name, trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var path = Path.Combine(folder, name + ".dll");
        using var pe = File.Create(path);
        using var pdb = File.Create(Path.ChangeExtension(path, ".pdb"));
        compilation.Emit(pe, embedded ? null : pdb, options: new EmitOptions(debugInformationFormat: format)).Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ShouldBeEmpty();
        return path;
    }

    /// <summary>As the SDK writes it beside an assembly of tests.</summary>
    private static string Dependencies(string library, string type) => $$"""
        {
          "targets": { ".NETCoreApp,Version=v10.0": { "{{library}}/1.0.0": { "runtime": { "{{library}}.dll": {} } } } },
          "libraries": { "{{library}}/1.0.0": { "type": "{{type}}" } }
        }
        """;

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
