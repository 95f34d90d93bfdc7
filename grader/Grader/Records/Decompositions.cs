using System.Globalization;
using System.Text;

namespace Grader.Records;

/// <summary>
/// Letters as what they are made of, so that names which are stored in different Unicode forms compare as equal. The runtime's own
/// <c>string.Normalize</c> does nothing on a machine without ICU, and a note must not depend on the machine.
/// </summary>
internal static class Decompositions
{
    private const int FirstHangul = 0xAC00;
    private const int LastHangul = 0xD7A3;

    private static readonly Lazy<Dictionary<char, string>> Letters = new(Read);

    /// <summary>Whether two names read the same. A spreadsheet may store "é" as one character, and the folder's name as two.</summary>
    public static bool AreSame(string a, string b) => a == b || Of(a) == Of(b);

    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var parts = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= (char)FirstHangul and <= (char)LastHangul)
                AddSyllable(parts, c - FirstHangul);
            else if (Letters.Value.TryGetValue(c, out var made))
                parts.Append(made);
            else
                parts.Append(c);
        }

        return parts.ToString();
    }

    /// <summary>The Unicode Standard, 3.12: 19 leading consonants, 21 vowels, 27 trailing consonants or none.</summary>
    private static void AddSyllable(StringBuilder parts, int index)
    {
        parts.Append((char)(0x1100 + (index / 588))).Append((char)(0x1161 + (index % 588 / 28)));
        if (index % 28 > 0)
            parts.Append((char)(0x11A7 + (index % 28)));
    }

    private static Dictionary<char, string> Read()
    {
        using var reader = new StreamReader(typeof(Decompositions).Assembly.GetManifestResourceStream("decompositions.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .Select(line => string.Concat(line.Trim().Split(' ').Select(code => (char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))))
            .ToDictionary(letters => letters[0], letters => letters[1..]);
    }
}
