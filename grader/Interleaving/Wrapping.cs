namespace Interleaving;

/// <summary>Breaks text that is longer than a line.</summary>
internal static class Wrapping
{
    /// <summary>Breaks at spaces where that is possible.</summary>
    /// <param name="text">One line.</param>
    /// <param name="width">Cells in a line, more than the indent has.</param>
    /// <param name="indent">What stands before what goes on.</param>
    public static List<string> Of(string text, int width, string indent = "  ")
    {
        var lines = new List<string>();
        var rest = text;
        while (TextWidth.Of(rest) > width)
        {
            // A letter that is wider than the line is in it all the same.
            var most = TextWidth.Fitting(rest, width);
            if (most <= indent.Length)
                most = Math.Min(rest.Length, indent.Length + 2);
            var at = most < rest.Length ? rest.LastIndexOf(' ', most, most - indent.Length) : most;
            if (at <= 0)
                at = most;
            lines.Add(rest[..at].TrimEnd());
            rest = indent + rest[at..].TrimStart();
        }

        lines.Add(rest);
        return lines;
    }
}
