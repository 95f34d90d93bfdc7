namespace Grader.Weaving;

/// <summary>The files of the hidden suites, as they were built: in a folder, or encrypted in one file beside where it would be.</summary>
/// <param name="folder">Where the suites lie in the clear; the encrypted file has this name and the extension .enc.</param>
/// <param name="key">The key of the encrypted file; null when there is none.</param>
internal sealed class SuiteFiles(string folder, string? key)
{
    public const string Extension = ".enc";

    private readonly Lazy<IReadOnlyDictionary<string, byte[]>?> opened = new(() =>
        File.Exists(folder + Extension) ? SealedSuites.Open(File.ReadAllBytes(folder + Extension), key) : null);

    /// <summary>The file of this name; null when there is none.</summary>
    /// <exception cref="WrongUseException">The suites are encrypted, and not under this key.</exception>
    public byte[]? Read(string name)
    {
        if (opened.Value is { } files)
            return files.GetValueOrDefault(name);
        var path = PathOf(name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    /// <summary>Where the file is, or should be; for messages.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);
}
