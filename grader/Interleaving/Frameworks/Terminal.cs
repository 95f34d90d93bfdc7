namespace Interleaving.Frameworks;

/// <summary>How long a line may be where the messages of tests are read.</summary>
internal static class Terminal
{
    /// <summary>`dotnet test` indents what a test says by this much on a terminal, and breaks what is longer in the middle of a word.</summary>
    private const int Indentation = 6;

    private const int Narrowest = 40;

    /// <summary>Characters in a line, 40 or more: as the environment says, else as fit the terminal; never more than a page has.</summary>
    /// <exception cref="FormatException">The environment says something that is no number.</exception>
    public static int LineWidth => Math.Clamp(RunVariables.Width ?? (Columns() - Indentation) ?? InterleavingTable.PageWidth, Narrowest, InterleavingTable.PageWidth);

    /// <summary>Of the terminal from which the tests were started, though their output goes elsewhere first; null without one.</summary>
    private static int? Columns()
    {
        try
        {
            // Without a terminal, the console would make up a width.
            if (!OperatingSystem.IsWindows())
                File.OpenHandle("/dev/tty").Dispose();
            return Console.WindowWidth is > 0 and var width ? width : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            return null;
        }
    }
}
