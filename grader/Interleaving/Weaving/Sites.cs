namespace Interleaving.Weaving;

/// <summary>
/// The numbered places of all woven assemblies of this process. The numbers are constants in the woven code, so whoever
/// weaves two assemblies that run together gives them ranges that do not overlap (<see cref="WeaveOptions.FirstSite"/>).
/// </summary>
internal static class Sites
{
    private static readonly Lock Gate = new();
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

    /// <summary>The place with this number; null when there is none.</summary>
    public static Site? Get(int id)
    {
        var sites = table;
        return (uint)id < (uint)sites.Length ? sites[id] : null;
    }

    /// <summary>" at LostUpdate.cs:14", to be put behind a sentence; empty when the place is unknown.</summary>
    public static string At(int id) => Get(id) is { Line: > 0 } site ? " at " + site : "";
}
