using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Grader.Reporting.Formats;

/// <summary>How the formats that are JSON are written: indented, or in one line.</summary>
internal static class FormatJson
{
    // Interleavings are drawn with box characters; whoever shows the text escapes it for where it is shown.
    private static readonly JsonSerializerOptions Indented = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(JsonNode node) => node.ToJsonString(Indented) + "\n";

    public static string Line(JsonNode node) => node.ToJsonString(OneLine);

    public static JsonArray Array(IEnumerable<JsonNode> items) => [.. items];
}
