using System.Text;
using Grader.Configuration;
using Grader.Policies;
using Grader.Records;
using Grader.Tests.Compiling;
using Judge.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Grader.Tests.Policies;

public sealed class PolicyTests
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>The whole platform, not the few assemblies that submissions are compiled against.</summary>
    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static IEnumerable<TestCaseData> Benign => Snippets.Of("Benign");

    private static IEnumerable<TestCaseData> Refused => Snippets.Of("Refused");

    [TestCaseSource(nameof(Benign))]
    public void What_the_language_offers_is_allowed(string code)
    {
        var compilation = Compiled.Of(code);
        compilation.Errors.ShouldBeEmpty();
        Policy.Violations(compilation.Debug!, null, []).ShouldBeEmpty();
        Policy.Violations(compilation.Release!, null, []).ShouldBeEmpty();
    }

    [Test]
    public void The_allowed_corpus_is_large() => Benign.Count().ShouldBeGreaterThanOrEqualTo(100);

    [TestCaseSource(nameof(Refused))]
    public void What_is_refused_is_told_with_line_and_reason(string code)
    {
        var expected = code.Split('\n')[1][3..].Trim().Split(": ", 2);
        var found = Policy.Violations(Anything(code), null, [new SourceFile("Tiny.cs", code)]);
        found.Any(finding => finding.Line == int.Parse(expected[0]) && finding.Message.StartsWith(expected[1], StringComparison.Ordinal))
            .ShouldBeTrue(string.Join('\n', found));
        found.All(finding => finding.Message.Contains("; use ") || finding.Message.Contains("; write ") || finding.Message.Contains("; keep ")
            || finding.Message.Contains("; remove ") || finding.Message.Contains("; implement ")).ShouldBeTrue(string.Join('\n', found));
    }

    [Test]
    public void Every_answer_of_ours_is_allowed()
    {
        var folders = new[] { "solutions", "katas" }.Select(folder => Path.Combine(Repository.Root, folder));
        foreach (var path in folders.SelectMany(folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.EndsWith("Tests.cs") && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")))
        {
            var compilation = Compiled.Of(File.ReadAllText(path));
            compilation.Errors.ShouldBeEmpty(path);
            Policy.Violations(compilation.Debug!, null, []).ShouldBeEmpty(path);
        }
    }

    [Test]
    public void A_kata_can_forbid_what_would_give_its_answer_away()
    {
        var kata = new KataPolicy(Forbid: [new ForbiddenMember("System.Threading.Tasks.Parallel", "the loop is what you are to divide", "Task.Run over ranges")]);
        const string code = "class C { void M() {\nParallel.For(0, 3, i => { }); } }";
        Policy.Violations(Compiled.Of(code).Debug!, kata, []).Select(finding => finding.ToString())
            .ShouldBe(["Tiny.cs:2: Parallel.For is not allowed: the loop is what you are to divide; use Task.Run over ranges"]);
        Policy.Violations(Compiled.Of(code).Debug!, null, []).ShouldBeEmpty();
    }

    [Test]
    public void A_kata_that_forbids_a_namespace_forbids_all_of_it()
    {
        var kata = new KataPolicy(Forbid: [new ForbiddenMember("System.Collections.Concurrent.*", "you build it yourself", "lock")]);
        Policy.Violations(Compiled.Of("class C { object M() => new System.Collections.Concurrent.ConcurrentQueue<int>(); }").Debug!, kata, [])
            .ShouldHaveSingleItem().Message.ShouldBe("new ConcurrentQueue is not allowed: you build it yourself; use lock");
    }

    [Test]
    public void A_kata_can_allow_what_is_refused_elsewhere()
    {
        const string code = "class C { string M() => File.ReadAllText(\"x\") + Environment.MachineName; }";
        Policy.Violations(Compiled.Of(code).Debug!, new KataPolicy(Allow: ["System.IO.File.ReadAllText"]), [])
            .ShouldHaveSingleItem().Message.ShouldStartWith("Environment.MachineName is not allowed");
    }

    [Test]
    public void Many_violations_are_cut_to_the_first_ones() =>
        Policy.Violations(Compiled.Of($"class C {{ void M() {{\n{string.Concat(Enumerable.Repeat("GC.Collect();\n", 50))} }} }}").Debug!, null, [])
            .Select(finding => finding.Line).ShouldBe(Enumerable.Range(2, 20));

    /// <summary>Compiles what the grader's own compiler would refuse: another layer is not to be relied on here.</summary>
    private static AssemblyImage Anything(string code)
    {
        var text = SourceText.From(code, Encoding.UTF8);
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp14);
        var tree = CSharpSyntaxTree.ParseText(text, parsing, "Tiny.cs");
        var compilation = CSharpCompilation.Create(
            "Tiny", [tree, CSharpSyntaxTree.ParseText(Usings, parsing)], Platform,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        using var pe = new MemoryStream();
        using var pdb = new MemoryStream();
        var result = compilation.Emit(
            pe, pdb, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb),
            embeddedTexts: [EmbeddedText.FromSource("Tiny.cs", text)]);
        result.Success.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        return new AssemblyImage("Tiny", pe.ToArray(), pdb.ToArray());
    }
}
