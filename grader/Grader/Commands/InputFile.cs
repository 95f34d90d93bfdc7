namespace Grader.Commands;

/// <summary>Reads a file that a person named.</summary>
internal static class InputFile
{
    /// <exception cref="WrongUseException">It cannot be read.</exception>
    public static string Read(Terminal terminal, string path)
    {
        var full = terminal.Resolve(path);
        try
        {
            return File.ReadAllText(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new WrongUseException($"{full} cannot be read ({e.Message}); check the path");
        }
    }
}
