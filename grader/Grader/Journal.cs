using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Grader.Records;
using Grader.Reporting;

namespace Grader;

/// <summary>
/// What a run has graded so far, a line for each kata of each student. The report is written from it, so that the grader holds
/// no results while a class is graded, and <c>--resume</c> goes on from it after a stop. A line counts there only for the same
/// files, kata, suites, seed and grader: its key is a hash of them all.
/// </summary>
internal sealed class Journal : IDisposable
{
    public const string FileName = "journal.jsonl";

    /// <summary>Before the key of a result that the next run must not take over.</summary>
    private const char Passing = '-';

    private readonly Dictionary<string, JournalLine> known = [];
    private readonly FileStream file;
    private readonly string run;

    /// <param name="folder">The <c>--out</c> folder.</param>
    /// <param name="grader">Which grader, suites and seed.</param>
    /// <param name="resume">Whether earlier lines count; otherwise they are dropped.</param>
    public Journal(string folder, ReportGrader grader, bool resume)
    {
        Path = System.IO.Path.Combine(folder, FileName);
        run = $"{grader}\n{typeof(Journal).Module.ModuleVersionId}\n{typeof(global::Judge.Verdict).Module.ModuleVersionId}";
        // What is written is in the file at once: whoever stops this run takes nothing with it.
        file = new FileStream(Path, resume ? FileMode.OpenOrCreate : FileMode.Create, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        if (resume)
            Load();
    }

    public string Path { get; }

    /// <summary>Where an earlier run wrote what this submission got; null when it did not.</summary>
    public JournalLine? Find(Submission submission) => known.TryGetValue(Key(submission), out var line) ? line : null;

    /// <summary>
    /// Thread-safe. A fault of ours is not taken over by another run, which tries again. Nor is a crash: who stops a run may kill its
    /// judges a moment before, and that looks the same.
    /// </summary>
    public JournalLine Add(Submission submission, ReportKata kata)
    {
        var passes = kata.Criteria.Any(criterion => criterion.Verdict is global::Judge.Verdict.JudgeError or global::Judge.Verdict.Crash);
        var line = Encoding.UTF8.GetBytes($"{(passes ? Passing : "")}{Key(submission)} {JsonReport.Line(kata)}\n");
        lock (file)
        {
            var start = file.Position;
            file.Write(line);
            return new JournalLine(start, line.Length);
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>Reads what earlier runs wrote, and stands at its end.</summary>
    private void Load()
    {
        var line = new List<byte>();
        var start = 0L;
        using var bytes = new BufferedStream(new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        for (var next = bytes.ReadByte(); next >= 0; next = bytes.ReadByte())
        {
            line.Add((byte)next);
            if (next != '\n')
                continue;
            Keep(new JournalLine(start, line.Count), [.. line]);
            start += line.Count;
            line.Clear();
        }

        // A last line without an end was being written when the earlier run was stopped. The next must not begin behind it.
        var whole = line.Count > 0 && Keep(new JournalLine(start, line.Count), [.. line]);
        file.SetLength(whole ? start + line.Count : start);
        file.Seek(0, SeekOrigin.End);
        if (whole)
            file.WriteByte((byte)'\n');
    }

    private bool Keep(JournalLine line, byte[] bytes)
    {
        const int KeyLength = 64;
        try
        {
            if (bytes.Length <= KeyLength || bytes[KeyLength] != ' ' || JournalLine.Kata(bytes) is null)
                return false;
            known[Encoding.ASCII.GetString(bytes, 0, KeyLength)] = line;
            return true;
        }
        catch (JsonException)
        {
            // Part of a line, from a run that was stopped while it wrote.
            return false;
        }
    }

    private string Key(Submission submission)
    {
        var text = new StringBuilder(run).Append('\n').Append(JsonSerializer.Serialize(submission.Kata)).Append('\n')
            .Append(submission.Student).Append('\n').Append(submission.Problem);
        foreach (var one in submission.Files)
            text.Append('\n').Append(one.Name).Append('\n').Append(one.Text.Length).Append('\n').Append(one.Text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
