namespace Grader.Authoring;

/// <summary>
/// A part of a page that is drawn from a table and not written by hand. It stands between two comments:
/// <c>&lt;!-- drawn: katas, from … --&gt;</c> and <c>&lt;!-- end of katas --&gt;</c>.
/// </summary>
internal static class DrawnPart
{
    /// <summary>The page with <paramref name="text"/> in the part of this name; the page as it is, when it has no such part.</summary>
    public static string Redrawn(string page, string name, string text) =>
        Find(page, name) is var (from, to) ? page[..from] + text + page[to..] : page;

    private static (int From, int To)? Find(string page, string name)
    {
        var comment = page.IndexOf($"<!-- drawn: {name},", StringComparison.Ordinal);
        if (comment < 0)
            return null;
        var from = page.IndexOf('\n', comment) + 1;
        var to = page.IndexOf($"<!-- end of {name} -->", from, StringComparison.Ordinal);
        return from > 0 && to >= 0 ? (from, to) : null;
    }
}
