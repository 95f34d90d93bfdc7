using System.Text.Json;
using Grader.Reporting.Comparing;

namespace Grader.Reporting;

/// <summary><c>report.json</c>: the report by its contract.</summary>
internal static class JsonReport
{
    private static readonly ReportJson Writing = new(new JsonSerializerOptions(ReportJson.Default.Options)
    {
        // Interleavings are drawn with box characters, and a person may read the file.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes it as UTF-8, student by student. The same report gives the same bytes.</summary>
    public static void Write(Report report, Stream output)
    {
        JsonSerializer.Serialize(output, report, Writing.Report);
        output.WriteByte((byte)'\n');
    }

    /// <summary>What changed since an earlier report, as <c>changes.json</c>.</summary>
    public static string Changes(Comparison changes) => JsonSerializer.Serialize(changes, Writing.Comparison) + "\n";

    /// <summary>One kata in one line, for the journal of a run.</summary>
    public static string Line(ReportKata kata) => JsonSerializer.Serialize(kata, Lines.ReportKata);

    /// <exception cref="JsonException">The line is none.</exception>
    public static ReportKata? Kata(ReadOnlySpan<byte> line) => JsonSerializer.Deserialize(line, Lines.ReportKata);

    private static readonly ReportJson Lines = new(new JsonSerializerOptions(ReportJson.Default.Options) { WriteIndented = false });
}
