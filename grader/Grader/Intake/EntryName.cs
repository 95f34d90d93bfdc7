using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Grader.Records;

namespace Grader.Intake;

/// <summary>
/// A folder's name as the student's name. It goes into tables, files and logs, so what cannot be shown as it is, or is too
/// long, is written out here, once for all of them.
/// </summary>
internal static class EntryName
{
    /// <summary>The most characters that a student's name has.</summary>
    public const int MostCharacters = 100;

    private const char Cut = '…';

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];
    private static readonly char[] Digits = [.. "0123456789"];

    /// <summary>The name to go by; the same name always gives the same, and two different ones never do.</summary>
    public static string Shown(string name)
    {
        var shown = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (IsShown(rune))
                shown.Append(rune.ToString());
            else
                shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        }

        if (shown.Length <= MostCharacters)
            return shown.ToString();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16];
        return $"{shown.ToString(0, MostCharacters - hash.Length - 1)}{Cut}{hash}";
    }

    /// <summary>The form in which names that read the same are the same, however their letters are stored.</summary>
    public static string Normal(string name) => Decompositions.Of(name);

    /// <summary>What the instructor should know about the name; null when it is an ordinary one.</summary>
    public static string? Problem(string name)
    {
        if (name.Contains('\uFFFD'))
            return "the folder's name is not UTF-8 text, so what is in it cannot be opened; rename it";
        if (!name.EnumerateRunes().All(IsShown))
            return "the folder's name has characters that do not show as they are, written here as \\u codes; rename it";
        if (name.Length > MostCharacters)
            return $"the folder's name has {name.Length} characters, and is cut here; rename it";
        if (name.EndsWith('.') || name.EndsWith(' ') || name.StartsWith(' ') || Devices.Contains(name.Split('.')[0].TrimEnd(Digits), StringComparer.OrdinalIgnoreCase))
            return "the folder's name is none on Windows, which takes it for a device or drops its end; rename it";
        return null;
    }

    /// <summary>The backslash and the cut are written out as well: so no name can look like another in the form that is shown.</summary>
    private static bool IsShown(Rune rune) => rune != Rune.ReplacementChar && rune.Value is not ('\\' or Cut) && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
