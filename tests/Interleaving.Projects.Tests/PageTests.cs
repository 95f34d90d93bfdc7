using System.Runtime.CompilerServices;

namespace Interleaving.Projects.Tests;

/// <summary>The page on testing a service shows the files of the folder Service, whole: they are compiled and run here.</summary>
public sealed class PageTests
{
    [Test]
    public void The_page_shows_the_files_as_they_are()
    {
        var folder = Path.GetDirectoryName(Here())!;
        var page = File.ReadAllText(Path.Combine(folder, "../../grader/Interleaving/TESTING-A-SERVICE.md"));
        var files = Directory.GetFiles(Path.Combine(folder, "Service"), "*.cs").Order(StringComparer.Ordinal).ToArray();

        foreach (var file in files)
            page.ShouldContain($"**{Path.GetFileName(file)}**\n\n```csharp\n{File.ReadAllText(file)}```\n");
        (page.Split("```csharp").Length - 1).ShouldBe(files.Length);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
