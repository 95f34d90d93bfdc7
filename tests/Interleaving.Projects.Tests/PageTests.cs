namespace Interleaving.Projects.Tests;

/// <summary>The page on testing a service shows the files of the folder Service, whole: they are compiled and run here.</summary>
public sealed class PageTests
{
    [Test]
    public void The_page_shows_the_files_as_they_are()
    {
        var page = Repository.Read("grader/Interleaving/TESTING-A-SERVICE.md");
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "tests/Interleaving.Projects.Tests/Service"), "*.cs").Order(StringComparer.Ordinal).ToArray();

        foreach (var file in files)
            page.ShouldContain($"**{Path.GetFileName(file)}**\n\n```csharp\n{File.ReadAllText(file)}```\n");
        (page.Split("```csharp").Length - 1).ShouldBe(files.Length);
    }
}
