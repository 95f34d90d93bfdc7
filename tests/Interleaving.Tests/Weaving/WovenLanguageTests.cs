using System.Reflection;
using System.Runtime.Loader;

namespace Interleaving.Tests.Weaving;

/// <summary>Woven code that is not being explored does just what it did before.</summary>
[NonParallelizable]
public sealed class WovenLanguageTests
{
    private static IEnumerable<TestCaseData> Programs() =>
        from program in LanguagePrograms.Basics.Concat(LanguagePrograms.Functions).Concat(LanguagePrograms.Asynchrony)
        from optimize in new[] { false, true }
        select new TestCaseData(program.Source, optimize).SetArgDisplayNames(program.Name, optimize ? "Release" : "Debug");

    [TestCaseSource(nameof(Programs))]
    public void A_program_behaves_as_before(string source, bool optimize)
    {
        var snippet = Snippet.LoadNew(source, optimize);
        snippet.Woven.Unsupported.ShouldBeEmpty();
        snippet.Call("Run").ShouldBe(Unwoven(source, optimize));
    }

    [TestCaseSource(nameof(Programs))]
    public void A_program_behaves_as_before_when_explored(string source, bool optimize)
    {
        var run = Snippet.LoadNew(source, optimize).Method<Func<object>>("Run");
        var expected = Unwoven(source, optimize);
        var options = new ExplorationOptions { Schedules = 3 };
        Explorer.Explore(() => run().ShouldBe(expected), options).Message.ShouldBe("");
    }

    [Test]
    public void Weaving_is_deterministic()
    {
        var (image, pdb) = Snippet.Compile(LanguagePrograms.Basics[2].Source, "Same");
        var one = Interleaving.Weaving.Weaver.Weave(image, pdb, new() { FirstSite = 5 });
        var two = Interleaving.Weaving.Weaver.Weave(image, pdb, new() { FirstSite = 5 });
        one.Bytes.ShouldBe(two.Bytes);
        one.Pdb.ShouldBe(two.Pdb);
    }

    private static object? Unwoven(string source, bool optimize)
    {
        var (image, pdb) = Snippet.Compile(source, "Plain", optimize);
        var context = new AssemblyLoadContext("plain", isCollectible: true);
        var assembly = context.LoadFromStream(new MemoryStream(image), new MemoryStream(pdb));
        return assembly.GetTypes()
            .Select(type => type.GetMethod("Run", BindingFlags.Static | BindingFlags.Public))
            .First(method => method is not null)!.Invoke(null, null);
    }
}
