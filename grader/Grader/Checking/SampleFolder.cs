using Grader.Configuration;
using Grader.Intake;

namespace Grader.Checking;

/// <summary>Finds what the repository has for a kata: its stub, reference, alternatives and faults.</summary>
internal static class SampleFolder
{
    /// <exception cref="WrongUseException">The repository has no such folder.</exception>
    public static IReadOnlyList<Sample> Read(string root, Kata kata)
    {
        var stub = Path.Combine(root, "katas", kata.Id);
        var solution = Path.Combine(root, "solutions", kata.Id);
        foreach (var folder in (string[])[stub, solution])
        {
            if (!Directory.Exists(folder))
                throw new WrongUseException($"there is no {folder}; check works in the repository of the katas, which has the solutions");
        }

        return
        [
            new Sample($"{kata.Id}/stub", SourceReader.Read("stub", kata, stub), Expectation.Wrong),
            new Sample($"{kata.Id}/reference", SourceReader.Read("reference", kata, solution), Expectation.Right),
            .. Files(Path.Combine(solution, "alternatives")).Select(path => Single(kata, "alternatives", path, _ => (Expectation.Right, ""))),
            .. Files(Path.Combine(solution, "faults")).Select(path => Single(kata, "faults", path, text => FaultHeader.Parse(text, kata))),
        ];
    }

    /// <summary>An answer in one file stands for the first declared file; the others are the reference's.</summary>
    private static Sample Single(Kata kata, string kind, string path, Func<string, (Expectation?, string)> expect)
    {
        var solution = Path.GetDirectoryName(Path.GetDirectoryName(path))!;
        var name = $"{kata.Id}/{kind}/{Path.GetFileNameWithoutExtension(path)}";
        var submission = SourceReader.Read(name, kata, [path, .. kata.Files.Skip(1).Select(file => Path.Combine(solution, file))]);
        var (expected, problem) = submission.Files.Count == 0 ? (Expectation.Wrong, "") : expect(submission.Files[0].Text);
        return new Sample(name, submission, expected, problem);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal) : [];
}
