namespace Grader.Judging.Sandboxes;

/// <summary>The options of bubblewrap (https://github.com/containers/bubblewrap).</summary>
internal static class Bubblewrap
{
    /// <summary>The user and group inside: nobody.</summary>
    private const string Nobody = "65534";

    /// <exception cref="SandboxMissingException">It is not installed, or this is not Linux.</exception>
    public static IReadOnlyList<string> Command(JudgeFiles files) =>
    [
        Program(),
        // Nothing of the machine but its processor: no network, no other process, no shared memory, no name.
        "--unshare-all", "--unshare-user", "--uid", Nobody, "--gid", Nobody, "--hostname", "judge", "--cap-drop", "ALL",
        "--die-with-parent", "--new-session",
        .. files.Folders.SelectMany(Folder),
        .. files.Files.SelectMany(file => (string[])["--ro-bind", file, file]),
        "--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/", "--",
    ];

    private static string Program() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "bwrap")).FirstOrDefault(File.Exists)
        ?? throw new SandboxMissingException("bubblewrap is not installed: sudo apt install bubblewrap");

    /// <summary>/lib is a link to usr/lib on most systems, and stays one.</summary>
    private static string[] Folder(string path) =>
        new DirectoryInfo(path).LinkTarget is { } target ? ["--symlink", target, path] : ["--ro-bind", path, path];
}
