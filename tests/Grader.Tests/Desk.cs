using Grader.Commands;
using Grader.Judging;

namespace Grader.Tests;

/// <summary>A folder of its own with a grading.json of one kata, lost-update, in which commands are run.</summary>
internal sealed class Desk : IDisposable
{
    public const string Grading = """
        {
          "exploration": { "schedules": 200, "seed": 1 },
          "limits": { "wallSeconds": 60, "cpuSeconds": 60, "memoryMegabytes": 512, "threads": 256, "outputKilobytes": 64 },
          "katas": [
            {
              "id": "lost-update", "name": "LostUpdate", "title": "Fix the race", "files": ["LostUpdate.cs"], "points": 10,
              "criteria": [
                { "id": "no-lost-update", "title": "No update is lost", "points": 4, "hint": "One lock for all three steps." },
                { "id": "never-overdrawn", "title": "Never overdrawn", "points": 3, "hint": "Ask and take under one lock." },
                { "id": "consistent-read", "title": "Reads one moment", "points": 3, "hint": "Readers lock too." }
              ]
            }
          ]
        }
        """;

    /// <summary>A right answer.</summary>
    public static string Reference { get; } = Repository.Read("solutions", "lost-update", "LostUpdate.cs");

    public Desk(string grading = Grading) => Write("grading.json", grading);

    public string Folder { get; } = Directory.CreateTempSubdirectory("grader-").FullName;

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string Path(params string[] path) => System.IO.Path.Combine([Folder, .. path]);

    public string Read(params string[] path) => File.ReadAllText(Path(path));

    public Desk Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(path))!);
        File.WriteAllText(Path(path), text);
        return this;
    }

    /// <summary>Runs <c>grader</c> in the folder and gives its exit status.</summary>
    public Task<int> RunAsync(IJudge judge, params string[] args) => RunAsync(new FixedJudges(judge), args);

    public async Task<int> RunAsync(IJudges judges, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = await new CommandLine(new Terminal(output, error, Interactive: false, Folder) { Home = Folder }, judges).RunAsync(args);
        (Out, Error) = (output.ToString().Replace(Folder, "~"), error.ToString().Replace(Folder, "~"));
        return status;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
