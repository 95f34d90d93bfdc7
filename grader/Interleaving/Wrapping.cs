namespace Interleaving;

/// <summary>Breaks text that is longer than a line.</summary>
internal static class Wrapping
{
    /// <summary>Breaks at spaces where that is possible.</summary>
    /// <param name="text">One line.</param>
    /// <param name="width">Characters in a line, more than the indent has.</param>
    /// <param name="indent">What stands before what goes on.</param>
    public static List<string> Of(string text, int width, string indent = "  ")
    {
        var lines = new List<string>();
        var rest = text;
        while (rest.Length > width)
        {
            var at = rest.LastIndexOf(' ', width, width - indent.Length);
            if (at <= 0)
                at = width;
            lines.Add(rest[..at].TrimEnd());
            rest = indent + rest[at..].TrimStart();
        }

        lines.Add(rest);
        return lines;
    }
}
