using System.Text.Json.Nodes;
using Grader.Configuration;

namespace Grader.Tests.Commands;

/// <summary><c>grader new</c> lays a kata out, and leaves alone what is there.</summary>
[TestFixture]
internal sealed class NewCommandTests
{
    private const string Page = "# Start here\n\n<!-- drawn: katas, from grading.json -->\n<!-- end of katas -->\n\nThey stand in order.\n";

    private readonly List<Desk> desks = [];

    [TearDown]
    public void Clear()
    {
        desks.ForEach(desk => desk.Dispose());
        desks.Clear();
    }

    [Test]
    public async Task Every_part_is_laid_out_and_entered()
    {
        var desk = Repo();
        (await desk.RunAsync(FakeJudge.Lenient(), "new", "ring-buffer")).ShouldBe(0, desk.Error);

        foreach (var path in (string[])
            [
                "katas/ring-buffer/README.md", "katas/ring-buffer/RingBuffer.cs", "katas/ring-buffer/RingBufferTests.cs",
                "katas/ring-buffer/RingBuffer.csproj", "solutions/ring-buffer/RingBuffer.cs", "solutions/ring-buffer/RingBuffer.csproj",
                "tests/Suites/ring-buffer/RingBufferSuite.cs", "tests/Suites/ring-buffer/RingBuffer.Suite.csproj", "tests/SampleClass/ring-buffer.csv",
            ])
            File.Exists(desk.Path(path)).ShouldBeTrue(path);
        Directory.GetFiles(desk.Path("solutions", "ring-buffer", "faults")).ShouldNotBeEmpty();
        Directory.GetFiles(desk.Path("solutions", "ring-buffer", "alternatives")).ShouldNotBeEmpty();

        var kata = GradingReader.Parse(desk.Read("grading.json")).Katas[^1];
        (kata.Id, kata.Name, kata.Title).ShouldBe(("ring-buffer", "RingBuffer", "Ring buffer"));
        desk.Read("katas", "README.md").ShouldMatch(@"(?s)drawn: katas, from grading.json -->\n\n### Last\n.*\| \[ring-buffer\]\(ring-buffer/README.md\) \| .*<!-- end of katas -->\n\nThey stand in order.");
        Directory.EnumerateFiles(desk.Folder, "*", SearchOption.AllDirectories).Where(file => File.ReadAllText(file).Contains('$')).ShouldBeEmpty();
    }

    /// <summary>Each file says to its author what belongs there, and the rest of it is a kata already; tests/first-steps builds and checks it.</summary>
    [Test]
    public async Task What_is_laid_out_tells_its_author_what_to_replace()
    {
        var desk = Repo();
        await desk.RunAsync(FakeJudge.Lenient(), "new", "ring-buffer");

        desk.Out.ShouldContain("replace what says AUTHOR:");
        foreach (var file in Directory.EnumerateFiles(desk.Folder, "*.cs", SearchOption.AllDirectories).Where(file => !file.EndsWith("Claim.cs", StringComparison.Ordinal)))
            File.ReadAllText(file).ShouldContain("AUTHOR:", Case.Sensitive, file);
        desk.Read("katas", "ring-buffer", "README.md").ShouldContain("AUTHOR:");
        desk.Read("grading.json").ShouldContain("AUTHOR:");
    }

    [Test]
    public async Task Grading_json_stays_what_any_reader_of_json_takes()
    {
        var desk = Repo(Repository.Read("grading.json"));
        var before = JsonNode.Parse(desk.Read("grading.json"))!["katas"]!.AsArray().Count;
        (await desk.RunAsync(FakeJudge.Lenient(), "new", "spin-lock", "--title", "Spin, and no longer")).ShouldBe(0, desk.Error);

        var katas = JsonNode.Parse(desk.Read("grading.json"))!["katas"]!.AsArray();
        katas.Count.ShouldBe(before + 1);
        ((string?)katas[^1]!["title"]).ShouldBe("Spin, and no longer");
    }

    [Test]
    public async Task A_kata_that_is_there_keeps_its_files_and_is_entered_where_it_is_missing()
    {
        var desk = Repo();
        await desk.RunAsync(FakeJudge.Lenient(), "new", "ring-buffer");
        desk.Write("katas/ring-buffer/RingBuffer.cs", "// mine").Write("katas/README.md", Page);
        File.Delete(desk.Path("solutions", "ring-buffer", "faults", "reads-without-the-lock.cs"));
        var grading = desk.Read("grading.json");

        (await desk.RunAsync(FakeJudge.Lenient(), "new", "ring-buffer")).ShouldBe(0, desk.Error);

        desk.Read("katas", "ring-buffer", "RingBuffer.cs").ShouldBe("// mine");
        desk.Read("grading.json").ShouldBe(grading);
        Directory.GetFiles(desk.Path("solutions", "ring-buffer", "faults")).ShouldBeEmpty();
        desk.Read("katas", "README.md").ShouldContain("| [ring-buffer](ring-buffer/README.md) |");
    }

    [TestCase("Ring_Buffer", "must be lower-case words with hyphens")]
    [TestCase("../ring", "must be lower-case words with hyphens")]
    public async Task A_name_that_cannot_be_a_folder_is_refused(string slug, string told)
    {
        var desk = Repo();
        (await desk.RunAsync(FakeJudge.Lenient(), "new", slug)).ShouldBe(2);
        desk.Error.ShouldContain(told);
    }

    [Test]
    public async Task Outside_of_the_repository_nothing_is_laid_out()
    {
        var desk = New(Desk.Grading);
        (await desk.RunAsync(FakeJudge.Lenient(), "new", "ring-buffer")).ShouldBe(2);
        desk.Error.ShouldContain("has no tests/Suites");
        Directory.Exists(desk.Path("katas")).ShouldBeFalse();
    }

    private Desk Repo(string grading = Desk.Grading) => New(grading)
        .Write("tests/Suites/Claim.cs", "")
        .Write("katas/README.md", Page);

    private Desk New(string grading)
    {
        var desk = new Desk(grading);
        desks.Add(desk);
        return desk;
    }
}
