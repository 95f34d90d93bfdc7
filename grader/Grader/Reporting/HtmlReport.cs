using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Grader.Reporting.Comparing;
using Grader.Reporting.Html;

namespace Grader.Reporting;

/// <summary>
/// <c>report.html</c>: one file that needs no network. It carries <c>report.json</c>, compressed, and the script that draws it.
/// </summary>
/// <remarks>
/// What a student wrote can reach the page only as data: it travels as Base64, in which nothing can close its element, the
/// script writes text nodes alone, and the content security policy admits this script and this style sheet by their hashes,
/// and nothing else. A class of 500 with 33 katas has two hundred megabytes of JSON: it travels in parts (<see cref="PageData"/>).
/// </remarks>
internal static partial class HtmlReport
{
    // In the order in which they are read: a later part uses the earlier ones.
    private static readonly string[] Scripts =
    [
        "dom.js", "tabs.js", "model.js", "charts.js", "code.js", "story.js", "steps.js", "gantt.js", "cores.js", "player.js",
        "flame.js", "kata.js", "since.js", "student.js", "overview.js", "problems.js", "points.js", "class.js", "app.js",
    ];

    private static readonly JsonSerializerOptions Json = new(ReportJson.Default.Options)
    {
        // The tables' box-drawing characters stay one character each; nothing of this is seen by HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = false,
    };

    /// <summary>The page as text, to be written as UTF-8. The same report gives the same bytes.</summary>
    /// <param name="report">The results.</param>
    /// <param name="personal">Whether it is for the one student in it: then it opens there, and leads to no class.</param>
    /// <param name="changes">What changed since an earlier report; null when none was given.</param>
    public static string Render(Report report, bool personal = false, Comparison? changes = null)
    {
        var style = PageResource.Read("report.css") + PageResource.Read("print.css");
        var script = $"(async () => {{\n'use strict';\n\n{string.Join('\n', Scripts.Select(PageResource.Read))}}})();\n";

        // One pass over the template: what is put in is never searched for placeholders again.
        return Placeholder().Replace(PageResource.Read("report.html"), place => place.Groups[1].Value switch
        {
            "style" => style,
            "style-hash" => Hash(style),
            "script" => script,
            "script-hash" => Hash(script),
            "data" => Data(PageData.Of(report, personal, changes)),
            var unknown => throw new InvalidOperationException($"report.html has an unknown placeholder: {unknown}"),
        });
    }

    /// <summary>One part a line.</summary>
    private static string Data(PageData data) => string.Join('\n', data.Parts.Select(Packed).Prepend(Packed(data.Overview)));

    /// <summary>JSON in the zlib format (RFC 1950), which browsers call <c>deflate</c>.</summary>
    private static string Packed<T>(T value)
    {
        using var bytes = new MemoryStream();
        using (var packed = new ZLibStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
            JsonSerializer.Serialize(packed, value, Json);
        return Convert.ToBase64String(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static string Hash(string text) =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex(@"\{\{([a-z-]+)\}\}")]
    private static partial Regex Placeholder();
}
