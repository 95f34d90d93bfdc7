using Grader;
using Grader.Configuration;

namespace Benchmarks.Scale;

/// <summary>A class made of the answers in solutions/: half of what is handed in is right, and no two files are equal.</summary>
internal sealed class GeneratedClass : IDisposable
{
    private readonly string desk = Directory.CreateTempSubdirectory("class-").FullName;

    /// <param name="workspace">Where the answers are.</param>
    /// <param name="students">How many students.</param>
    /// <param name="katas">What each hands in.</param>
    public GeneratedClass(Workspace workspace, int students, IReadOnlyList<Kata> katas)
    {
        Folder = Path.Combine(desk, "class");
        foreach (var (kata, k) in katas.Select(static (kata, k) => (kata, k)))
        {
            var answers = Path.Combine(workspace.Root, "solutions", kata.Id);
            string[][] kinds =
            [
                [Path.Combine(answers, kata.Files[0]), .. Sources(Path.Combine(answers, "alternatives"))],
                Sources(Path.Combine(answers, "faults")),
            ];
            for (var student = 0; student < students; student++)
            {
                var kind = kinds[(student + k) % 2];
                var to = Path.Combine(Folder, $"student-{student:00000}", kata.Id, kata.Files[0]);
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.WriteAllText(to, File.ReadAllText(kind[(student + k) / 2 % kind.Length]) + $"\n// {student}\n");
            }
        }
    }

    public string Folder { get; }

    /// <summary>Where reports may go; it is gone with the class.</summary>
    public string Out(string name) => Path.Combine(desk, name);

    public void Dispose() => Directory.Delete(desk, recursive: true);

    private static string[] Sources(string folder) => [.. Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal)];
}
