using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Interleaving.Platform;
using Interleaving.Weaving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Interleaving.Tests;

/// <summary>
/// A program given as source text, compiled as students' code is (Debug, portable PDB), woven and loaded.
/// <code>
/// Snippet.Load("static class P { public static int Run() => 42; }").Call("Run").ShouldBe(42);
/// </code>
/// </summary>
internal sealed class Snippet
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ConcurrentDictionary<string, Snippet> Loaded = new();
    private static int counter;
    private static int sites;

    private Snippet(WovenAssembly woven, Assembly assembly) => (Woven, Assembly) = (woven, assembly);

    public WovenAssembly Woven { get; }

    public Assembly Assembly { get; }

    /// <summary>Compiles, weaves and loads a program; the same text is loaded once.</summary>
    /// <param name="source">C# with implicit usings; its first line is line 1 of Snippet.cs.</param>
    public static Snippet Load(string source) => Loaded.GetOrAdd(source, static text => LoadNew(text));

    /// <summary>As <see cref="Load"/>, but always a new copy, with static state of its own.</summary>
    /// <param name="source">C# with implicit usings.</param>
    /// <param name="optimize">Compiles as Release does.</param>
    /// <param name="debuggable">Weaves as for the attributes of test frameworks, and not as for the grader.</param>
    public static Snippet LoadNew(string source, bool optimize = false, bool debuggable = false)
    {
        var woven = Weave(source, optimize, debuggable);
        var context = new WovenContext(woven.Name);
        context.Add(woven);
        return new Snippet(woven, context.LoadWoven(woven.Name));
    }

    /// <summary>Compiles and weaves only.</summary>
    public static WovenAssembly Weave(string source, bool optimize = false, bool debuggable = false)
    {
        var (image, pdb) = Compile(source, $"Snippet{Interlocked.Increment(ref counter)}", optimize);
        var first = Interlocked.Add(ref sites, 10_000) - 10_000;
        return Weaver.Weave(image, pdb, new WeaveOptions { FirstSite = first, Debuggable = debuggable });
    }

    public static (byte[] Image, byte[] Pdb) Compile(string source, string name, bool optimize = false, bool embedded = false, params byte[][] references)
    {
        const string Usings = """
            global using System; global using System.Collections.Generic; global using System.Linq;
            global using System.Threading; global using System.Threading.Tasks; global using System.IO;
            """;
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            name,
            [
                CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), parse, "/src/Snippet.cs"),
                CSharpSyntaxTree.ParseText(SourceText.From(Usings, System.Text.Encoding.UTF8), parse, "/src/Usings.cs"),
            ],
            [.. References, .. references.Select(image => MetadataReference.CreateFromImage(image))],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                optimizationLevel: optimize ? OptimizationLevel.Release : OptimizationLevel.Debug,
                deterministic: true,
                nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        using var pdb = new MemoryStream();
        var format = embedded ? DebugInformationFormat.Embedded : DebugInformationFormat.PortablePdb;
        var result = compilation.Emit(image, embedded ? null : pdb, options: new EmitOptions(debugInformationFormat: format));
        if (!result.Success)
            throw new ArgumentException(string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return (image.ToArray(), pdb.ToArray());
    }

    /// <summary>Calls a public static method; "Run" is looked up in all types, "P.Run" in P.</summary>
    public object? Call(string method, params object?[] arguments)
    {
        var dot = method.LastIndexOf('.');
        var name = method[(dot + 1)..];
        var types = dot < 0 ? Assembly.GetTypes() : [Assembly.GetType(method[..dot], throwOnError: true)!];
        var found = types.Select(type => type.GetMethod(name, BindingFlags.Static | BindingFlags.Public))
            .First(candidate => candidate is not null)!;
        try
        {
            return found.Invoke(null, arguments);
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }

    /// <summary>A public static method of the program as a delegate, to be explored.</summary>
    public T Method<T>(string method)
        where T : Delegate
    {
        var dot = method.LastIndexOf('.');
        var name = method[(dot + 1)..];
        var types = dot < 0 ? Assembly.GetTypes() : [Assembly.GetType(method[..dot], throwOnError: true)!];
        return types.Select(type => type.GetMethod(name, BindingFlags.Static | BindingFlags.Public))
            .First(candidate => candidate is not null)!.CreateDelegate<T>();
    }
}
