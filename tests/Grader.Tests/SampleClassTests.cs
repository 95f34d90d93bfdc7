using System.Globalization;

namespace Grader.Tests;

/// <summary>The bundled sample class is what its lists say, one for each kata: students' names over files of the katas and solutions.</summary>
[TestFixture]
internal sealed class SampleClassTests
{
    private static readonly string Class = Path.Combine(Repository.Root, "tests", "SampleClass");

    private static string[] Lists => Directory.GetFiles(Class, "*.csv");

    private static (string Student, string Kata, string Source)[] Manifest { get; } =
    [
        .. from list in Lists
           from line in File.ReadLines(list).Skip(1)
           let cells = line.Split(',')
           select (cells[0], Path.GetFileNameWithoutExtension(list), cells[1]),
    ];

    [Test]
    public void Every_submission_is_a_copy_of_its_source()
    {
        foreach (var (student, kata, source) in Manifest)
        {
            var copy = Path.Combine(Class, student, kata, FileOf(kata));
            File.Exists(copy).ShouldBeTrue($"{copy} is missing: run tests/SampleClass/refresh");
            File.ReadAllText(copy).ShouldBe(File.ReadAllText(Path.Combine(Repository.Root, source)), $"{copy} is no longer {source}: run tests/SampleClass/refresh");
        }
    }

    [Test]
    public void Nothing_else_lies_in_the_class() =>
        Directory.EnumerateFiles(Class, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Class, file))
            .ShouldBe([.. Lists.Select(list => Path.GetFileName(list)!), "refresh", .. Manifest.Select(row => Path.Combine(row.Student, row.Kata, FileOf(row.Kata)))], ignoreOrder: true);

    [Test]
    public void The_class_has_thirty_students_or_more_and_all_katas()
    {
        Manifest.Select(row => row.Student).Distinct().Count().ShouldBeGreaterThanOrEqualTo(30);
        Manifest.Select(row => row.Kata).Distinct()
            .ShouldBe(Directory.EnumerateDirectories(Path.Combine(Repository.Root, "katas")).Select(folder => Path.GetFileName(folder)!), ignoreOrder: true);
    }

    private static string FileOf(string kata) =>
        string.Concat(kata.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..])) + ".cs";
}
