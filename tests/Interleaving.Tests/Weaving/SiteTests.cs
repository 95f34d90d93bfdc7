using Interleaving.SourceMap;
using Interleaving.Weaving;

namespace Interleaving.Tests.Weaving;

public sealed class SiteTests
{
    private const string Program = """
        public class Account
        {
            int balance;
            public int Limit { get; set; }
            static int total;
            public void Deposit(int amount)
            {
                balance += amount;
                total++;
            }
            public async Task Later(Account other, int[] numbers)
            {
                var i = 1;
                await Task.Yield();
                other.balance = 3;
                numbers[i] = other.Limit;
            }
            public Action Act() => () =>
                balance--;
        }
        """;

    [TestCase("Snippet.cs:8 Read balance in Account.Deposit")]
    [TestCase("Snippet.cs:8 Write balance in Account.Deposit")]
    [TestCase("Snippet.cs:9 Write Account.total in Account.Deposit")]
    [TestCase("Snippet.cs:14 Call Task.Yield in Account.Later")]
    [TestCase("Snippet.cs:15 Write other.balance in Account.Later")]
    [TestCase("Snippet.cs:16 Read other.Limit in Account.Later")]
    [TestCase("Snippet.cs:16 Write numbers[i] in Account.Later")]
    [TestCase("Snippet.cs:19 Write balance in Account.Act")]
    [TestCase("Snippet.cs:7 Enter Account.Deposit in Account.Deposit")]
    public void A_place_has_its_line_and_the_name_the_author_gave(string site)
    {
        var woven = Snippet.Load(Program).Woven;
        Enumerable.Range(0, woven.NextSite).Select(Sites.Get).OfType<Site>()
            .Select(known => $"{known} {known.Kind} {known.Member} in {known.Method}")
            .ShouldContain(site);
    }

    [Test]
    public void An_unknown_place_says_nothing()
    {
        Sites.At(-1).ShouldBe("");
        Sites.At(int.MaxValue).ShouldBe("");
    }

    [Test]
    public void A_place_is_told_by_file_name_and_line()
    {
        var woven = Snippet.Load(Program).Woven;
        Sites.At(woven.NextSite - 1).ShouldStartWith(" at Snippet.cs:");
    }

    [Test]
    public void Symbols_may_be_embedded_missing_or_stale()
    {
        var (image, pdb) = Snippet.Compile(Program, "Symbols");
        var (_, stale) = Snippet.Compile("public class Other { }", "Symbols");
        var (embedded, _) = Snippet.Compile(Program, "Symbols", embedded: true);
        Lines(Weaver.Weave(image, pdb, new())).ShouldContain(8);
        Lines(Weaver.Weave(embedded, null, new())).ShouldContain(8);
        Lines(Weaver.Weave(image, null, new())).ShouldAllBe(line => line == 0);
        Lines(Weaver.Weave(image, stale, new())).ShouldAllBe(line => line == 0);
    }

    private static int[] Lines(WovenAssembly woven)
    {
        using var resource = new MemoryStream(woven.Bytes);
        using var module = Mono.Cecil.ModuleDefinition.ReadModule(resource);
        var table = module.Resources.OfType<Mono.Cecil.EmbeddedResource>().Single(candidate => candidate.Name == SiteTable.ResourceName);
        return [.. SiteTable.Read(table.GetResourceStream()).Sites.Select(site => site.Line)];
    }
}
