namespace Benchmarks.Scale;

/// <summary>The students' template, exported and built once, in which one kata after another is tested.</summary>
internal sealed class Template : IDisposable
{
    private readonly string desk = Directory.CreateTempSubdirectory("template-").FullName;

    public Template()
    {
        _ = Command.Grader(desk, "export", Root);
        _ = Command.Run(Root, [0], ["build"]);
    }

    private string Root => Path.Combine(desk, "template");

    /// <summary>`dotnet test` of a kata whose file has just been saved, at its best: nothing to restore, the compiler's server warm.</summary>
    public Cost Test(string kata, string file, string source)
    {
        var folder = Path.Combine(Root, "katas", kata);
        File.WriteAllText(Path.Combine(folder, file), source);
        return Command.Run(folder, [0, 1], ["test", "--no-restore"]);
    }

    public void Dispose() => Directory.Delete(desk, recursive: true);
}
