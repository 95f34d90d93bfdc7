using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Interleaving.Weaving;

/// <summary>
/// Woven packages, kept from one run of the tests to the next in a folder of the user's own, each under what it was made of: the
/// assembly, the engine, the runtime, and what is woven around it.
/// </summary>
internal static class PackageCache
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly string Engine =
        $"{typeof(PackageCache).Module.ModuleVersionId} {typeof(object).Module.ModuleVersionId}";

    /// <summary>The name under which a woven assembly is kept.</summary>
    /// <param name="image">The assembly as it was.</param>
    /// <param name="circumstances">All else that the result depends on.</param>
    public static string Key(byte[] image, string circumstances)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(image);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Engine} {circumstances}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The woven assembly; null when it is not there, or cannot be read.</summary>
    public static byte[]? Find(string key)
    {
        try
        {
            return Path(key) is { } path && File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a woven assembly. Whoever cannot write does without.</summary>
    public static void Keep(string key, byte[] woven)
    {
        if (Path(key) is not { } path)
            return;
        try
        {
            var folder = Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            var half = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}");
            File.WriteAllBytes(half, woven);
            File.Move(half, path, overwrite: true);
            foreach (var old in folder.EnumerateFiles().Where(static file => file.LastWriteTimeUtc < DateTime.UtcNow - Kept))
                old.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that fails costs time alone.
        }
    }

    private static string? Path(string key) =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } home
            ? System.IO.Path.Combine(home, "interleaving", "woven", key + ".dll")
            : null;
}
