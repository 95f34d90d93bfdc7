namespace Field;

/// <summary>A program whose first lines, all of them comments, say what must come of it.</summary>
internal sealed record CaseFile(string Path)
{
    private readonly Lazy<string[]> head = new(() => [.. File.ReadLines(Path).TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))]);

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>What stands behind <c>// name: </c>; null where no line does.</summary>
    public string? Value(string name) => Values(name).FirstOrDefault();

    public IEnumerable<string> Values(string name) => head.Value
        .Where(line => line.StartsWith($"// {name}: ", StringComparison.Ordinal))
        .Select(line => line[$"// {name}: ".Length..].Trim());

    /// <summary>Whether there is a line <c>// word</c>.</summary>
    public bool Says(string word) => head.Value.Any(line => line.TrimEnd() == $"// {word}");

    public static IEnumerable<CaseFile> In(string folder, string only) => !Directory.Exists(folder) ? [] :
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => path.Contains(only, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(path => new CaseFile(path));
}
