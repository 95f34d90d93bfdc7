using System.Diagnostics;
using Grader.Tests.Integrations;

namespace Grader.Tests.Cluster;

/// <summary>What an engine starts on a machine of its own.</summary>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Variables">What the engine sets in its environment.</param>
internal sealed record Job(IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>Notes its arguments, each with a NUL behind it and a call with one more, and leaves the summary that a workflow shows.</summary>
    private const string Grader = """
        #!/usr/bin/env bash
        printf '%s\0' "$@" '' >>calls
        while (($#)); do
          [[ $1 != --out ]] || { mkdir -p "$2" && echo summary >"$2/summary.md"; }
          shift
        done
        echo "$SAYS" >&2
        exit "$STATUS"
        """;

    /// <summary>False where there is no bash: then there is none of these engines either.</summary>
    public static bool Runs => Autograder.Has("bash");

    /// <summary>Runs it in a folder with a grader that only notes how it was called.</summary>
    /// <param name="folder">Where it runs; <c>summary</c> there is the run's summary on GitHub.</param>
    /// <param name="status">What that grader ends with.</param>
    /// <param name="says">What that grader says as its error.</param>
    /// <returns>The job's exit status, and the arguments of each call.</returns>
    public async Task<(int Status, IReadOnlyList<string[]> Calls)> RunAsync(string folder, int status = 0, string says = "")
    {
        var calls = Path.Combine(folder, "calls");
        File.Delete(calls);
        Program(Path.Combine(folder, "grader"), Grader);
        var ended = await StartAsync(Command, folder, [
            .. Variables, KeyValuePair.Create("GRADER", "./grader"), KeyValuePair.Create("GITHUB_STEP_SUMMARY", Path.Combine(folder, "summary")),
            KeyValuePair.Create("STATUS", $"{status}"), KeyValuePair.Create("SAYS", says)]);
        return (ended, [.. (await File.ReadAllTextAsync(calls)).Split("\0\0", StringSplitOptions.RemoveEmptyEntries).Select(call => call.Split('\0'))]);
    }

    /// <summary>Runs a command to its end and gives its status.</summary>
    public static async Task<int> StartAsync(IReadOnlyList<string> command, string folder, IEnumerable<KeyValuePair<string, string>> variables)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await TestContext.Out.WriteLineAsync(string.Concat(said));
        return process.ExitCode;
    }

    /// <summary>Writes a script that can be started.</summary>
    public static void Program(string path, string text)
    {
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
