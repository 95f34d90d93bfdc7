namespace Grader.Configuration;

/// <summary>Which name somebody meant who wrote one that there is not: another case, another hyphen, a slip of the keyboard.</summary>
internal static class Suggestion
{
    /// <summary>The known name that is meant; null when none is near, or several are equally near.</summary>
    /// <param name="given">What was written.</param>
    /// <param name="known">What there is.</param>
    public static string? Of(string given, IEnumerable<string> known)
    {
        var names = known.ToList();
        return names.Find(name => Letters(name) == Letters(given)) ?? Nearest(Letters(given), names);
    }

    /// <summary><c>did you mean X?</c>, or <paramref name="otherwise"/> when nothing is near.</summary>
    public static string Said(string given, IEnumerable<string> known, string otherwise) =>
        Of(given, known) is { } meant ? $"did you mean {meant}?" : otherwise;

    /// <summary>LostUpdate, lost_update and Lost-Update are lost-update.</summary>
    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string? Nearest(string given, List<string> names)
    {
        // Of a short name a slip or two leaves too little to know it by.
        var most = Math.Min(2, given.Length / 3);
        var near = names.Select(name => (Name: name, Distance: Distance(given, Letters(name)))).Where(one => one.Distance <= most)
            .OrderBy(one => one.Distance).ToList();
        return near is [] || near is [var first, var second, ..] && first.Distance == second.Distance ? null : near[0].Name;
    }

    /// <summary>Letters to put in, leave out or replace (Levenshtein 1966; two rows of Wagner and Fischer's table, 1974).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[^1];
    }
}
