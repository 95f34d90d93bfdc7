using System.Text.Json;
using Grader.Reporting;

namespace Grader;

/// <summary>Where in a journal the line of one result is.</summary>
/// <param name="Start">Bytes before it.</param>
/// <param name="Length">Its bytes, with the line's end.</param>
internal readonly record struct JournalLine(long Start, int Length)
{
    /// <summary>The result, read from the file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ReportKata Read(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[Length];
        for (var read = 0; read < Length;)
        {
            var more = RandomAccess.Read(file, bytes.AsSpan(read), Start + read);
            read += more > 0 ? more : throw new EndOfStreamException($"{path} became shorter while the report was written");
        }

        return Kata(bytes) ?? throw new IOException($"{path} was changed while the report was written");
    }

    /// <summary>The result in a line: a key, a space and JSON.</summary>
    /// <exception cref="JsonException">It is no such line.</exception>
    public static ReportKata? Kata(ReadOnlySpan<byte> line) => JsonReport.Kata(line[(line.IndexOf((byte)' ') + 1)..]);
}
