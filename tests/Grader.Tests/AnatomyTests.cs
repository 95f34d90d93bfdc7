using Grader.Authoring;
using Grader.Configuration;

namespace Grader.Tests;

/// <summary>Every kata has all its parts, as .github/CONTRIBUTING.md lists them.</summary>
[TestFixtureSource(nameof(Katas))]
internal sealed class AnatomyTests(string slug)
{
    private static readonly string[] Headings = ["## What to build", "## The idea", "## What the grader checks", "## Further reading"];
    private static readonly string[] Written = [".md", ".cs", ".csv"];

    private static IReadOnlyList<Kata> All { get; } = GradingReader.Read(Path.Combine(Repository.Root, "grading.json")).Katas;

    private static IEnumerable<string> Katas => Directory.GetDirectories(Path.Combine(Repository.Root, "katas")).Select(folder => Path.GetFileName(folder)!);

    private Kata Kata => All.Single(kata => kata.Id == slug);

    private string Page => Repository.Read("katas", slug, "README.md");

    [Test]
    public void It_is_in_grading_json_in_the_solution_and_in_the_list_of_katas()
    {
        All.ShouldContain(kata => kata.Id == slug, "grader new enters it");
        Repository.Read("ConcurrencyKatas.sln").ShouldContain($@"solutions\{slug}\{Kata.Name}.csproj");
        Repository.Read("ConcurrencyKatas.sln").ShouldContain($@"tests\Suites\{slug}\{Kata.Name}.Suite.csproj");
        Repository.Read("katas", "README.md").ShouldContain($"| [{slug}]({slug}/README.md) |");
    }

    [Test]
    public void Its_page_has_the_headings_three_hints_and_a_row_for_each_criterion()
    {
        foreach (var heading in Headings)
            Page.ShouldContain($"\n{heading}\n");
        foreach (var hint in Enumerable.Range(1, 3))
            Page.ShouldContain($"<details><summary>Hint {hint}: ");
        Page.ShouldContain("**In Python's asyncio");
        foreach (var criterion in Kata.Criteria)
            Page.ShouldContain($"| `{criterion.Id}` | {criterion.Points:0.##} |");
    }

    [Test]
    public void Its_suite_is_held_against_fourteen_faults_and_four_alternatives_or_more()
    {
        Answers("faults").ShouldBeGreaterThanOrEqualTo(14);
        Answers("alternatives").ShouldBeGreaterThanOrEqualTo(4);
    }

    [Test]
    public void No_note_to_its_author_is_left()
    {
        (from folder in (string[])["katas", "solutions", "tests/Suites"]
         from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder, slug), "*", SearchOption.AllDirectories)
         where Written.Contains(Path.GetExtension(file)) && File.ReadAllText(file).Contains(Anatomy.Mark, StringComparison.Ordinal)
         select file).ShouldBeEmpty();
        Repository.Read("grading.json").ShouldNotContain(Anatomy.Mark);
    }

    private int Answers(string kind) => Directory.GetFiles(Path.Combine(Repository.Root, "solutions", slug, kind), "*.cs").Length;
}
