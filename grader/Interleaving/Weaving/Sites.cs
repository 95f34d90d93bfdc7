namespace Interleaving.Weaving;

/// <summary>All places of woven code that this process knows, by number.</summary>
internal static class Sites
{
    public static Site? Get(int id) => null;

    /// <summary>" at File.cs:14", or nothing when the place is unknown.</summary>
    public static string At(int id) =>
        Get(id) is { } site ? $" at {Path.GetFileName(site.File)}:{site.Line}" : "";
}
