using System.Runtime.CompilerServices;

namespace TestSupport;

/// <summary>
/// Compares text with what a person read and committed. After a wanted change, run the tests once with the environment variable
/// <c>APPROVE=1</c>, and read the diff before you commit it.
/// </summary>
internal static class Approval
{
    private static bool Accepts => Environment.GetEnvironmentVariable("APPROVE") == "1";

    /// <summary>Compares with a file in the nearest folder <c>Approved</c> above the test.</summary>
    public static void ShouldBeApproved(this string actual, string file, [CallerFilePath] string caller = "") =>
        Compare(Path.Combine(Folder(caller), file), actual);

    /// <summary>Compares with a whole file of the repository.</summary>
    /// <param name="actual">What it must say.</param>
    /// <param name="file">Its path from the root.</param>
    public static void ShouldBeTheFile(this string actual, string file) => Compare(Path.Combine(Repository.Root, file), actual);

    /// <summary>Compares a page of the repository with what is drawn in it from the code.</summary>
    /// <param name="file">Its path from the root.</param>
    /// <param name="redraw">The page, with all that is drawn in it as it must be.</param>
    public static void Page(string file, Func<string, string> redraw) =>
        redraw(Repository.Read(file).ReplaceLineEndings("\n")).ShouldBeTheFile(file);

    /// <summary>The same of what stands between two marks, each of which is there once or more; the first counts.</summary>
    public static void Part(string file, string begin, string end, string drawn) => Page(file, page =>
    {
        var from = page.IndexOf(begin, StringComparison.Ordinal);
        from.ShouldBeGreaterThanOrEqualTo(0, $"{file} has no \"{begin}\"");
        from += begin.Length;
        var to = page.IndexOf(end, from, StringComparison.Ordinal);
        to.ShouldBeGreaterThanOrEqualTo(from, $"{file} has no \"{end}\"");
        return page[..from] + drawn + page[to..];
    });

    private static void Compare(string path, string actual)
    {
        if (Accepts)
            File.WriteAllText(path, actual);

        File.Exists(path).ShouldBeTrue($"{path} is missing: run with APPROVE=1 to write it");
        actual.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"), $"{path} has another text; run with APPROVE=1 to accept the new one");
    }

    private static string Folder(string caller)
    {
        var folder = Path.GetDirectoryName(caller)!;
        while (!Directory.Exists(Path.Combine(folder, "Approved")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException($"no Approved folder above {caller}");
        return Path.Combine(folder, "Approved");
    }
}
