using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Scale;

/// <summary>Runs commands one at a time, and says what each took. Linux alone, on a machine that does nothing else.</summary>
internal static class Command
{
    /// <summary>The grader that was built with the benchmarks.</summary>
    public static Cost Grader(string folder, params string[] arguments) =>
        Run(folder, [0, 1], ["exec", Path.Combine(AppContext.BaseDirectory, "grader.dll"), .. arguments]);

    /// <summary>dotnet with these arguments.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="statuses">The exit statuses that are no failure.</param>
    /// <param name="arguments">What dotnet is given.</param>
    /// <exception cref="InvalidOperationException">It ended with another status; the message has what it wrote.</exception>
    public static Cost Run(string folder, IReadOnlyList<int> statuses, IReadOnlyList<string> arguments)
    {
        var before = MachineSeconds();
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!process.WaitForExit(100))
            peak = Math.Max(peak, PeakBytes(process.Id));

        var wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var output = string.Concat(said.GetAwaiter().GetResult());
        return statuses.Contains(process.ExitCode)
            ? new Cost(wall, MachineSeconds() - before, peak)
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with status {process.ExitCode}:\n{output}");
    }

    private static long PeakBytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.AsSpan(6).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>
    /// Processor time that the whole machine has used so far. Not that of the command and its children: a judge that is ended with its
    /// sandbox is waited for by nobody, and the compiler's server works for `dotnet test` and outlives it.
    /// </summary>
    private static double MachineSeconds()
    {
        // "cpu", then ticks of a hundredth of a second: user, nice, system, idle, waiting for disks, interrupts, soft interrupts, …
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(static ticks => long.Parse(ticks, CultureInfo.InvariantCulture)).ToList();
        return (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6]) / 100.0;
    }
}
