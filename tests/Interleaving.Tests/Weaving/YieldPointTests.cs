using Interleaving.SourceMap;

namespace Interleaving.Tests.Weaving;

/// <summary>What cannot be shared is not hooked: each needless yield point multiplies the schedules.</summary>
public sealed class YieldPointTests
{
    [TestCase("var n = 1; Action a = () => Console.WriteLine(n);", "", TestName = "A captured variable that never changes")]
    [TestCase("foreach (var i in new[] { 1 }) Task.Run(() => Console.WriteLine(i));", "Read array[…]", TestName = "A captured loop variable")]
    [TestCase("var n = 1; Action a = () => Console.WriteLine(n); n = 2;", "Write n, Read n", TestName = "A captured variable that changes later")]
    [TestCase("var n = 1; Action a = () => n++;", "Read n, Write n", TestName = "A captured variable that the lambda changes")]
    [TestCase("var d = new C { X = 1 }; d.X = 2;", "Write d.X", TestName = "An object initializer")]
    [TestCase("var (a, b) = (1, 2); var s = (a, b); s.a = 3; var t = s.a + s.b;", "", TestName = "Structs in local variables")]
    [TestCase("var x = c.Fixed + C.Ready;", "", TestName = "Fields that nobody can change")]
    [TestCase("C.Keep();", "", TestName = "A static field that only its initialiser sets")]
    [TestCase("ref var r = ref c.X; r = 1; Span<int> s = stackalloc int[2]; s[0] = 1;", "Address c.X, Write r, Write *", TestName = "References")]
    public void Hooks_only_what_may_be_shared(string body, string expected)
    {
        var woven = Snippet.LoadNew($$"""
            public class C
            {
                public int X; public readonly int Fixed = 1; public static readonly int Ready = 2; static int kept = 3;
                public static int Keep() => kept; public C() { X = 1; X++; }
            }
            public static class P { public static void Run(C c) { {{body}} } }
            """).Woven;
        var memory = Enumerable.Range(woven.FirstSite, woven.NextSite - woven.FirstSite)
            .Select(id => Sites.Get(id)!)
            .Where(site => site is { Line: 6, Kind: SiteKind.Read or SiteKind.Write or SiteKind.Address })
            .Select(site => $"{site.Kind} {site.Member}");
        string.Join(", ", memory).ShouldBe(expected);
    }
}
