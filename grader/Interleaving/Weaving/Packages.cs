namespace Interleaving.Weaving;

/// <summary>Assemblies of packages and of the platform, woven for control.</summary>
internal static class Packages
{
    /// <summary>The woven assembly; null when it cannot be woven, and is to be loaded as it is.</summary>
    public static WovenAssembly? Weave(string path, Surroundings surroundings)
    {
        var image = File.ReadAllBytes(path);
        var keepStatics = Surroundings.KeepsStatics(path);
        var controlled = Surroundings.References(path).Where(name => surroundings.Of(name) == Treatment.Controlled).Order(StringComparer.Ordinal);
        var key = PackageCache.Key(image, $"{keepStatics} {string.Join(' ', controlled)}");
        if (PackageCache.Find(key) is { } kept)
            return new WovenAssembly(Path.GetFileNameWithoutExtension(path), kept, null, [], 0);
        try
        {
            var woven = Weaver.Weave(image, null, new WeaveOptions
            {
                ControlOnly = true,
                KeepStatics = keepStatics,
                ReferencePaths = [.. surroundings.Files],
                IsControlled = assembly => surroundings.Of(assembly) == Treatment.Controlled,
            });
            PackageCache.Keep(key, woven.Bytes);
            return woven;
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            // What no compiler of C# makes (mixed-mode code) may be beyond the rewriter.
            return null;
        }
    }
}
