using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Grader.Records;
using Grader.Reporting;

namespace Grader;

/// <summary>
/// What a run has graded so far, a line for each kata of each student, so that <c>--resume</c> goes on after a stop. A
/// line counts only for the same files, kata, suites, seed and grader: its key is a hash of them all.
/// </summary>
internal sealed class Journal : IDisposable
{
    public const string FileName = "journal.jsonl";

    private readonly Dictionary<string, ReportKata> known = [];
    private readonly StreamWriter writer;
    private readonly string run;

    /// <param name="folder">The <c>--out</c> folder.</param>
    /// <param name="grader">Which grader, suites and seed.</param>
    /// <param name="resume">Whether earlier lines count; otherwise they are dropped.</param>
    public Journal(string folder, ReportGrader grader, bool resume)
    {
        var path = Path.Combine(folder, FileName);
        run = $"{grader}\n{typeof(Journal).Module.ModuleVersionId}\n{typeof(global::Judge.Verdict).Module.ModuleVersionId}";
        if (resume && File.Exists(path))
            Load(path);
        var torn = resume && IsTorn(path);
        writer = new StreamWriter(path, append: resume) { AutoFlush = true };
        if (torn)
            writer.WriteLine();
    }

    public ReportKata? Find(Submission submission) => known.GetValueOrDefault(Key(submission));

    /// <summary>
    /// Thread-safe. A fault of ours is not kept: the next run tries again. Nor is a crash: who stops a run may kill its judges a moment
    /// before, and that looks the same.
    /// </summary>
    public void Add(Submission submission, ReportKata kata)
    {
        if (kata.Criteria.Any(criterion => criterion.Verdict is global::Judge.Verdict.JudgeError or global::Judge.Verdict.Crash))
            return;
        lock (writer)
            writer.WriteLine($"{Key(submission)} {JsonReport.Line(kata)}");
    }

    public void Dispose() => writer.Dispose();

    /// <summary>Whether its last line was being written when the earlier run was stopped. The next must not begin behind it.</summary>
    private static bool IsTorn(string path)
    {
        if (!File.Exists(path))
            return false;
        using var file = File.OpenRead(path);
        if (file.Length == 0)
            return false;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }

    private void Load(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            try
            {
                if (line.Split(' ', 2) is [{ Length: 64 } key, var json] && JsonReport.Kata(json) is { } kata)
                    known[key] = kata;
            }
            catch (JsonException)
            {
                // The line that was being written when the earlier run was stopped.
            }
        }
    }

    private string Key(Submission submission)
    {
        var text = new StringBuilder(run).Append('\n').Append(JsonSerializer.Serialize(submission.Kata)).Append('\n')
            .Append(submission.Student).Append('\n').Append(submission.Problem);
        foreach (var file in submission.Files)
            text.Append('\n').Append(file.Name).Append('\n').Append(file.Text.Length).Append('\n').Append(file.Text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
