using System.Text.RegularExpressions;

namespace Interleaving.Tests.Boundary;

/// <summary>The README says where the boundary is in one table, and each row of it names the tests that hold it.</summary>
internal sealed partial class BoundaryTableTests
{
    private static readonly string[] Tests = Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories);

    private static readonly string[] Corpus = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Corpus"), "*.cs");

    [Test]
    public void It_has_a_row_for_each_way_to_treat_an_assembly_or_a_call() => Rows().Select(row => row.Name)
        .ShouldBe(["woven", "woven for control", "loaded beside", "shared", "ordered", "one step", "refused", "not seen"]);

    [TestCaseSource(nameof(Names))]
    public void Each_row_is_held_by_tests_that_are_there(string name)
    {
        var named = Quoted().Matches(Rows().Single(row => row.Name == name).HeldBy).Select(match => match.Groups[1].Value).ToArray();
        named.ShouldNotBeEmpty();
        foreach (var test in named)
            File.ReadAllText(Tests.Where(path => Path.GetFileNameWithoutExtension(path) == test).ShouldHaveSingleItem(test)).ShouldContain("[Test");
    }

    /// <summary>A name in the row is a promise about it: one of the row's tests has to use it, or a program of the corpus that the test runs.</summary>
    [TestCaseSource(nameof(Names))]
    public void Each_name_in_a_row_is_in_its_tests(string name)
    {
        var row = Rows().Single(row => row.Name == name);
        var held = string.Concat(
            from test in Quoted().Matches(row.HeldBy)
            from path in Tests
            where Path.GetFileNameWithoutExtension(path) == test.Groups[1].Value
            let text = File.ReadAllText(path)
            from part in Corpus.Where(program => text.Contains($"Corpus.{Path.GetFileNameWithoutExtension(program)}.", StringComparison.Ordinal)
                || text.Contains($"typeof(Corpus.{Path.GetFileNameWithoutExtension(program)})", StringComparison.Ordinal)).Select(File.ReadAllText).Append(text)
            select part);
        Name().Matches(row.What).Select(match => match.Groups[1].Value).Where(what => !held.Contains(what, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Names() => Rows().Select(row => row.Name);

    private static IEnumerable<(string Name, string What, string HeldBy)> Rows() =>
        from line in File.ReadAllLines(Path.Combine(Repository.Root, "grader/Interleaving/README.md"))
        let row = Row().Match(line)
        where row.Success
        select (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value);

    [GeneratedRegex(@"^\| \*\*([a-z ]+)\*\* \|(.*)\|.*\|(.*)\|$")]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("`([A-Z][A-Za-z.]+)[^`]*`")]
    private static partial Regex Name();
}
