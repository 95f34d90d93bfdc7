using System.Diagnostics;

namespace Field;

/// <summary>Runs a command to its end, or for as long as it may take.</summary>
internal static class Tool
{
    /// <returns>What it printed, and whether it ended by itself.</returns>
    public static async Task<(string Output, bool Ended)> RunAsync(
        string folder, TimeSpan limit, IReadOnlyDictionary<string, string> environment, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var late = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return ("", false);
        }

        return (await output + await errors, true);
    }
}
