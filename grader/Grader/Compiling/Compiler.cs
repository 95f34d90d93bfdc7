using System.Collections.Concurrent;
using System.Text;
using Grader.Records;
using Judge.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Compilation = Grader.Records.Compilation;

namespace Grader.Compiling;

/// <summary>
/// Compiles submissions in memory, as <c>dotnet build</c> does in a kata's folder: C# 14, nullable, the implicit usings.
/// One base compilation for each kata and form; a submission adds its syntax trees.
/// </summary>
internal sealed class Compiler
{
    private const int MostErrors = 20;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private static readonly SyntaxTree ImplicitUsings = Parse("ImplicitUsings.g.cs", """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;

        [assembly: System.Runtime.Versioning.TargetFramework(".NETCoreApp,Version=v10.0")]
        """).Tree;

    private readonly ConcurrentDictionary<(string Name, OptimizationLevel Level), CSharpCompilation> bases = [];
    private readonly SyntaxTree[] usings;
    private readonly bool timed;
    private readonly Lazy<MetadataReference[]> platform;

    /// <summary>For submissions.</summary>
    /// <param name="references">The folder of the reference assemblies.</param>
    public Compiler(string references)
        : this([ImplicitUsings], timed: true, () => Files(references))
    {
    }

    /// <param name="usings">What every file has before its own.</param>
    /// <param name="timed">Whether the optimised form is wanted too.</param>
    /// <param name="references">Paths of assemblies.</param>
    private Compiler(SyntaxTree[] usings, bool timed, Func<IEnumerable<string>> references)
    {
        (this.usings, this.timed) = (usings, timed);
        platform = new(() => [.. references().Select(path => MetadataReference.CreateFromFile(path))]);
    }

    /// <summary>For a submission together with the tests that are seen: against all that the grader itself stands on.</summary>
    public static Compiler ForTests() => new(
        [ImplicitUsings, Parse("TestUsings.g.cs", "global using NUnit.Framework; global using Shouldly;").Tree],
        timed: false,
        () => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator));

    /// <param name="name">Of the kata, and so of the assembly.</param>
    /// <param name="files">What was handed in.</param>
    public Compilation Compile(string name, IReadOnlyList<SourceFile> files)
    {
        if (files.Select(Prescan.Problem).FirstOrDefault(problem => problem is not null) is { } problem)
            return new Compilation(null, null, [problem]);
        var sources = files.Select(file => Parse(file.Name, file.Text)).ToList();
        if (sources.Select(source => LineDirective(source.Tree)).FirstOrDefault(directive => directive is not null) is { } directive)
            return new Compilation(null, null, [directive]);
        var debug = Base(name, OptimizationLevel.Debug).AddSyntaxTrees(sources.Select(source => source.Tree));
        using var pe = new MemoryStream();
        using var pdb = new MemoryStream();
        var result = debug.Emit(
            pe, pdb, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb),
            embeddedTexts: sources.Select(source => EmbeddedText.FromSource(source.Tree.FilePath, source.Text)));
        if (!result.Success)
            return new Compilation(null, null, Errors(result.Diagnostics));
        var image = new AssemblyImage(name, pe.ToArray(), pdb.ToArray());
        if (!timed)
            return new Compilation(null, image, []);

        var release = Base(name, OptimizationLevel.Release).AddSyntaxTrees(sources.Select(source => source.Tree));
        using var optimised = new MemoryStream();
        var again = release.Emit(optimised);
        return again.Success
            ? new Compilation(new AssemblyImage(name, optimised.ToArray()), image, [])
            : new Compilation(null, null, Errors(again.Diagnostics));
    }

    /// <summary>In the compiler's own eyes, whatever stands in front of it.</summary>
    private static Finding? LineDirective(SyntaxTree tree) =>
        tree.GetRoot().GetFirstDirective(directive => directive is LineOrSpanDirectiveTriviaSyntax) is { } found
            ? new Finding(tree.FilePath, tree.GetText().Lines.GetLineFromPosition(found.SpanStart).LineNumber + 1, Prescan.LineDirective)
            : null;

    private CSharpCompilation Base(string name, OptimizationLevel level) =>
        bases.GetOrAdd((name, level), key => CSharpCompilation.Create(
            key.Name,
            usings,
            platform.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: key.Level,
                nullableContextOptions: NullableContextOptions.Enable,
                deterministic: true,
                concurrentBuild: false)));

    private static (SyntaxTree Tree, SourceText Text) Parse(string name, string code)
    {
        var text = SourceText.From(code, Encoding.UTF8, SourceHashAlgorithm.Sha256);
        return (CSharpSyntaxTree.ParseText(text, Parsing, name), text);
    }

    private static List<Finding> Errors(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(Finding).Distinct().OrderBy(finding => finding.Line).ToList();
        var more = errors.Count - MostErrors;
        if (more <= 0)
            return errors;
        return [.. errors.Take(MostErrors), new Finding(errors[MostErrors].File, 0, $"and {more} more errors; mend the first ones first")];
    }

    private static Finding Finding(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return new Finding(
            place.Path.Length == 0 ? "the submission" : place.Path,
            diagnostic.Location.IsInSource ? place.StartLinePosition.Line + 1 : 0,
            $"{diagnostic.GetMessage()} [{diagnostic.Id}]");
    }

    private static IEnumerable<string> Files(string folder)
    {
        if (!Directory.Exists(folder))
            throw new WrongUseException($"the reference assemblies are not in {folder}; build the grader again");
        return Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal);
    }
}
