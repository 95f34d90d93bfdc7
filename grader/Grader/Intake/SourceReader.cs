using Grader.Configuration;
using Grader.Records;

namespace Grader.Intake;

/// <summary>Reads the files that a kata declares, and nothing else, out of a folder that a student controls.</summary>
internal static class SourceReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 1 << 18;

    private static readonly string TooBig = $"has more than {MaxBytes:N0} bytes, the most that is read; remove what is not code";

    private const string NotRegular = "is not a regular file; hand a plain text file in";

    public static Submission Read(string student, Kata kata, string folder)
    {
        var paths = kata.Files.Select(name => Path.Combine(folder, name)).ToList();
        return Read(student, kata, paths);
    }

    public static Submission Read(string student, Kata kata, IReadOnlyList<string> paths)
    {
        var files = new List<SourceFile>();
        for (var i = 0; i < kata.Files.Count; i++)
        {
            var problem = TryRead(paths[i], kata.Files[i], out var file);
            if (problem is not null)
                return new Submission(student, kata, [], problem);
            files.Add(file!);
        }

        return new Submission(student, kata, files);
    }

    public static Submission Missing(string student, Kata kata) => new(
        student, kata, [], new Finding(kata.Files[0], 0, $"was not handed in; put it at katas/{kata.Id}/{kata.Files[0]}") { Missing = true });

    private static Finding? TryRead(string path, string name, out SourceFile? file)
    {
        file = null;
        try
        {
            // FileInfo does not follow a link: what is asked here is the entry itself (lstat).
            var info = new FileInfo(path);
            if (Refusal(info) is { } refusal)
                return new Finding(name, 0, refusal);
            if (!info.Exists)
                return new Finding(name, 0, "was not handed in") { NotThere = true };
            using var handle = RegularFile.TryOpen(path);
            if (handle is null)
                return new Finding(name, 0, NotRegular);
            using var stream = new FileStream(handle, FileAccess.Read);
            var bytes = new byte[MaxBytes + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length > MaxBytes
                ? new Finding(name, 0, TooBig)
                : TryDecode(bytes.AsSpan(0, length), name, out file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Finding(name, 0, $"cannot be read; check its permissions ({e.GetType().Name})");
        }
    }

    private static string? Refusal(FileInfo info)
    {
        if (info.LinkTarget is not null)
            return "is a link; hand the file itself in";
        if (Directory.Exists(info.FullName))
            return "is a folder; it must be a C# file";
        // Devices, pipes and sockets: opening one may block for ever.
        if (info.Exists && !FileKind.IsRegular(info.FullName))
            return NotRegular;
        return info.Exists && info.Length > MaxBytes ? TooBig : null;
    }

    private static Finding? TryDecode(ReadOnlySpan<byte> bytes, string name, out SourceFile? file)
    {
        var text = SourceEncoding.Decode(bytes);
        file = string.IsNullOrWhiteSpace(text) ? null : new SourceFile(name, text);
        return file is null ? new Finding(name, 0, "is empty; start from the kata's stub") : null;
    }
}
