namespace Grader.Commands;

/// <summary>A folder that a command fills.</summary>
internal static class NewFolder
{
    /// <summary>Makes the folder.</summary>
    /// <exception cref="WrongUseException">There is something in it already, or it cannot be made.</exception>
    public static string Make(string path, string shown)
    {
        try
        {
            if (File.Exists(path) || Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
                throw new WrongUseException($"{shown} is not empty; name a new folder, so that nothing of yours is overwritten");
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{shown} cannot be made: {e.Message}");
        }
    }
}
