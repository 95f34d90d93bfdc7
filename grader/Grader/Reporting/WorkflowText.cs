using System.Security.Cryptography;
using System.Text;

namespace Grader.Reporting;

/// <summary>
/// Text of a submission made fit for the log of a GitHub workflow, whose runner obeys lines that start with <c>::</c> and
/// <c>##[</c> anywhere in a line.
/// </summary>
internal static class WorkflowText
{
    /// <summary>
    /// Lines for the log between a stop of all commands and their return. The runner then obeys nothing inside; for
    /// viewers that format on their own, what looks like a command is broken up as well.
    /// </summary>
    public static string Log(string text)
    {
        var lines = Lines(text);

        // Who writes a text cannot write the text's own hash into it, so nothing inside can end the stop.
        var token = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));
        return $"::stop-commands::{token}\n{lines}\n::{token}::\n";
    }

    /// <summary>Lines that hold no command, for a log that somebody else writes.</summary>
    public static string Lines(string text) =>
        string.Join('\n', PlainText.Of(text).TrimEnd('\n').Split('\n').Select(Broken));

    /// <summary>The message of a command, behind its second <c>::</c>.</summary>
    public static string Message(string text) =>
        PlainText.Of(text).Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    /// <summary>A property of a command, as in <c>file=</c>.</summary>
    public static string Property(string text) =>
        Message(text).Replace(":", "%3A").Replace(",", "%2C");

    private static string Broken(string line)
    {
        var broken = line.Replace("##[", "## [").Replace("##vso[", "## vso[", StringComparison.OrdinalIgnoreCase);
        var start = broken.TrimStart();
        return start.StartsWith("::", StringComparison.Ordinal)
            ? string.Concat(broken.AsSpan(0, broken.Length - start.Length), ": :", start.AsSpan(2))
            : broken;
    }
}
