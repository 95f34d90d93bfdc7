using System.Diagnostics;
using Grader.Configuration;
using Grader.Weaving;

namespace Grader.Exporting;

/// <summary>
/// The folder that an autograder runs: the grader with its own runtime, grading.json, the template without its engine, and
/// the hidden suites under a key. It needs nothing installed, and may be published.
/// </summary>
internal static class Bundle
{
    private static readonly string[] Sources = ["grader", "solutions", "tests/Suites"];
    private static readonly string[] SourceFiles =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", "tests/Directory.Build.props", ".editorconfig", "LICENSE"];

    private static readonly string[] BuildFolders = ["bin", "obj", "artifacts"];

    /// <summary>Publishes the grader into <paramref name="target"/> and encrypts its suites.</summary>
    /// <param name="repository">The folder of grading.json.</param>
    /// <param name="katas">What can be graded with it.</param>
    /// <param name="target">An empty folder.</param>
    /// <param name="runtime">A runtime identifier, for example linux-x64.</param>
    /// <param name="key">32 bytes in Base64.</param>
    /// <exception cref="WrongUseException">There is no key, this is not the whole repository, or publishing failed.</exception>
    public static async Task MakeAsync(
        string repository, IReadOnlyList<Kata> katas, string target, string runtime, string? key, CancellationToken cancellation)
    {
        var copy = Directory.CreateTempSubdirectory("grader-pack-").FullName;
        try
        {
            CopySources(repository, copy);
            await PublishAsync(copy, target, runtime, cancellation);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }

        Seal(Path.Combine(target, "suites"), key);
        File.Copy(Path.Combine(repository, Grading.FileName), Path.Combine(target, Grading.FileName));
        File.Copy(Path.Combine(repository, "LICENSE"), Path.Combine(target, "LICENSE"));
        StudentTemplate.Write(repository, katas, Path.Combine(target, StudentTemplate.InBundle), to => !to.StartsWith("grader/", StringComparison.Ordinal));
    }

    /// <summary>Publishing for another runtime rewrites lock files and build outputs; a copy keeps the repository as it is.</summary>
    private static void CopySources(string repository, string copy)
    {
        var files = Sources
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(repository, folder), "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(repository, path))
            .Where(name => !name.Split('/', '\\').Any(BuildFolders.Contains) && Path.GetFileName(name) != "packages.lock.json");
        foreach (var name in files.Concat(SourceFiles))
        {
            var from = Path.Combine(repository, name);
            if (!File.Exists(from))
                throw new WrongUseException($"{name} is missing in {repository}; pack from a clone of the whole repository");
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, name))!);
            File.Copy(from, Path.Combine(copy, name));
        }
    }

    private static async Task PublishAsync(string copy, string target, string runtime, CancellationToken cancellation)
    {
        string[] arguments =
        [
            "publish", Path.Combine(copy, "grader", "Grader"), "--configuration", "Release", "--runtime", runtime, "--self-contained",
            "--output", target, "--verbosity", "quiet", "-p:PublishReadyToRun=true", "-p:RunAnalyzers=false", "-p:DebugType=portable",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("DOTNET_NOLOGO", "1"), ("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false")])
            start.Environment[name] = value;
        start.Environment.Remove(SealedSuites.KeyVariable);
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
            throw new WrongUseException($"dotnet publish failed; is the .NET SDK of global.json here, and the network?\n{string.Concat(said).Trim()}");
    }

    private static void Seal(string suites, string? key)
    {
        var files = Directory.GetFiles(suites).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes, StringComparer.Ordinal);
        File.WriteAllBytes(suites + SuiteFiles.Extension, SealedSuites.Seal(files, key));
        Directory.Delete(suites, recursive: true);
    }
}
