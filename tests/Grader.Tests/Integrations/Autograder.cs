using System.Diagnostics;

namespace Grader.Tests.Integrations;

/// <summary>
/// A folder in which an integration's script runs, with a grader that only notes how it was called and writes files. Where
/// the script's interpreter is missing (Windows), <see cref="Has"/> says so.
/// </summary>
internal sealed class Autograder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("autograder-").FullName;

    public Dictionary<string, string?> Variables { get; } = [];

    public string Error { get; private set; } = "";

    /// <summary>How the grader was called: its folder, its key, its arguments.</summary>
    public string Called => File.ReadAllText(Path.Combine(Root, "called")).Replace(Root, "~");

    public static bool Has(string interpreter) => !OperatingSystem.IsWindows()
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, interpreter)));

    public static string Script(params string[] path) => Path.Combine([Repository.Root, "grader", "Integrations", .. path]);

    public Autograder Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>A grader in this folder that writes these files and ends with a status.</summary>
    public Autograder Grader(string folder, int status, params string[] files)
    {
        var written = string.Concat(files.Select(file => $"echo '{{}} {file}' > \"$out/{file}\"\n"));
        Write($"{folder}/grader", $$"""
            #!/bin/sh
            echo "$PWD $GRADER_SUITE_KEY $SUBMITTED_AT $*" > '{{Root}}/called'
            find "$2" -name '*.cs' | sed 's|.*/\(.*/.*\)|\1|' | sort >> '{{Root}}/called'
            while [ "$1" != --out ]; do shift; done
            out=$2; mkdir -p "$out"
            {{written}}
            [ {{status}} = 0 ] || { echo broken >&2; exit {{status}}; }
            """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(Root, folder, "grader"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    /// <summary>Runs a script in a folder and gives its exit status.</summary>
    public async Task<int> RunAsync(string interpreter, string script, string folder = "")
    {
        var start = new ProcessStartInfo(interpreter, [script]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Path.Combine(Root, folder) };
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Error = said[1].Replace(Root, "~");
        return process.ExitCode;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
