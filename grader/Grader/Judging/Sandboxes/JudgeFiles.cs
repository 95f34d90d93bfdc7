using System.Runtime.InteropServices;
using System.Text.Json;
using Grader.Processes;
using Judge;

namespace Grader.Judging.Sandboxes;

/// <summary>All that a judge may read: the runtime, the system's shared libraries, and its own assemblies one by one.</summary>
/// <param name="Folders">With all that is in them.</param>
/// <param name="Files">Single files. The hidden suites lie in the same folder as the judge and are not among them.</param>
internal sealed record JudgeFiles(IReadOnlyList<string> Folders, IReadOnlyList<string> Files)
{
    private static readonly string[] Libraries = ["/usr/lib", "/usr/lib64", "/lib", "/lib64"];

    public static JudgeFiles Find()
    {
        var judge = typeof(Verdict).Assembly.Location;
        var root = RuntimeHost.Root;
        return new JudgeFiles(
            [.. ((string[])[.. Libraries, Path.Combine(root, "host"), Path.Combine(root, "shared")]).Where(Directory.Exists)],
            [.. ((string[])[.. Assemblies(judge), Path.Combine(root, "dotnet"), "/etc/ld.so.cache"]).Where(File.Exists)]);
    }

    public JudgeFiles With(IReadOnlyList<string> folders) => this with { Folders = [.. Folders, .. folders] };

    /// <summary>
    /// What the judge's own list of dependencies names, and the files by which the host starts it. A runtime that is published
    /// beside them is no part of that list: then all files of the folder, and still none of its folders.
    /// </summary>
    private static IEnumerable<string> Assemblies(string judge)
    {
        var folder = Path.GetDirectoryName(judge)!;
        if (!File.Exists(Path.Combine(RuntimeHost.Root, "dotnet")))
            return Directory.EnumerateFiles(folder);

        var dependencies = Path.ChangeExtension(judge, ".deps.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(dependencies));
        var names =
            from target in document.RootElement.GetProperty("targets").EnumerateObject()
            from library in target.Value.EnumerateObject()
            from kind in library.Value.EnumerateObject()
            where kind.Name is "runtime" or "native" or "runtimeTargets"
            from file in kind.Value.EnumerateObject()
            where kind.Name != "runtimeTargets" || file.Name.StartsWith($"runtimes/{RuntimeInformation.RuntimeIdentifier}/", StringComparison.Ordinal)
            select Path.Combine(folder, kind.Name == "runtimeTargets" ? file.Name : Path.GetFileName(file.Name));
        return
        [
            .. names.Distinct(), dependencies, Path.ChangeExtension(judge, ".runtimeconfig.json"), Path.ChangeExtension(judge, null),
        ];
    }
}
