using System.Globalization;
using System.Text.RegularExpressions;

namespace Interleaving.SourceMap;

/// <summary>
/// The numbered places of all woven assemblies of this process. The numbers are constants in the woven code, so whoever
/// weaves two assemblies that run together gives them ranges that do not overlap (<see cref="Weaving.WeaveOptions.FirstSite"/>).
/// </summary>
internal static partial class Sites
{
    /// <summary>A place of which nothing is to be said.</summary>
    public const int Nowhere = int.MaxValue;

    /// <summary>From here on are the places that nothing was woven at: an exception may be thrown on a line without a hook.</summary>
    private const int FirstFound = 1 << 30;

    private static readonly Lock Gate = new();
    private static readonly List<Site> Found = [];
    private static volatile Site?[] table = [];

    /// <summary>The first number that no registered assembly uses.</summary>
    public static int Next => table.Length;

    /// <summary>Makes the places known under the numbers from <paramref name="first"/> on; a later call replaces an earlier one.</summary>
    public static void Register(int first, IReadOnlyList<Site> sites)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        lock (Gate)
        {
            var copy = new Site?[Math.Max(table.Length, first + sites.Count)];
            table.CopyTo(copy, 0);
            for (var i = 0; i < sites.Count; i++)
                copy[first + i] = sites[i];
            table = copy;
        }
    }

    /// <summary>Another program comes: no number, and no line of a file, is one of the program before it.</summary>
    public static void Clear()
    {
        lock (Gate)
        {
            table = [];
            Found.Clear();
        }
    }

    /// <summary>The place with this number; null when there is none.</summary>
    public static Site? Get(int id)
    {
        var sites = table;
        return (uint)id < (uint)sites.Length ? sites[id] : id >= FirstFound ? FoundAt(id - FirstFound) : null;
    }

    /// <summary>The number of a line of a woven file; -1 when the file is none.</summary>
    public static int Find(string file, int line)
    {
        if (!Array.Exists(table, site => site is not null && site.File == file))
            return -1;
        lock (Gate)
        {
            var at = Found.FindIndex(site => site.Line == line && site.File == file);
            if (at < 0)
            {
                at = Found.Count;
                Found.Add(new Site(file, line, SiteKind.Call, "", ""));
            }

            return FirstFound + at;
        }
    }

    private static Site? FoundAt(int at)
    {
        lock (Gate)
            return at < Found.Count ? Found[at] : null;
    }

    /// <summary>The place that a stack trace names first among those in woven code; -1 when it names none.</summary>
    public static int Of(string? stackTrace)
    {
        foreach (Match frame in Frames().Matches(stackTrace ?? ""))
        {
            if (Find(frame.Groups["file"].Value, int.Parse(frame.Groups["line"].ValueSpan, CultureInfo.InvariantCulture)) is >= 0 and var id)
                return id;
        }

        return -1;
    }

    [GeneratedRegex(@" in (?<file>.+):line (?<line>\d+)")]
    private static partial Regex Frames();

    /// <summary>" at LostUpdate.cs:14", to be put behind a sentence; empty when the place is unknown.</summary>
    public static string At(int id) => Get(id) is { Line: > 0 } site ? " at " + site : "";
}
