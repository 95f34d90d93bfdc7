using System.Runtime.CompilerServices;

namespace Grader.Tests;

/// <summary>
/// Compares text with a file under <c>Approved/</c>. After a wanted change, run the tests once with the environment
/// variable <c>APPROVE=1</c> and read the diff before committing it.
/// </summary>
internal static class Approval
{
    public static void ShouldBeApproved(this string actual, string file, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Folder(caller), file);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
            File.WriteAllText(path, actual);

        File.Exists(path).ShouldBeTrue($"{path} is missing: run with APPROVE=1 to write it");
        actual.ShouldBe(File.ReadAllText(path), $"{file} has another text; run with APPROVE=1 to accept the new one");
    }

    private static string Folder(string caller)
    {
        var folder = Path.GetDirectoryName(caller)!;
        while (!Directory.Exists(Path.Combine(folder, "Approved")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException($"no Approved folder above {caller}");
        return Path.Combine(folder, "Approved");
    }
}
