using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks.Scale;

/// <summary>Runs commands one at a time, and says what each took. Linux and macOS: Windows does not sum up what children used.</summary>
internal static partial class Command
{
    private const int Children = -1;

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
        var before = ChildrenSeconds();
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
            ? new Cost(wall, ChildrenSeconds() - before, peak)
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

    /// <summary>Processor time of all children so far that have ended and were waited for, and of theirs.</summary>
    private static double ChildrenSeconds()
    {
        // struct rusage begins with two of struct timeval; all its fields are as long as a pointer on 64-bit Linux and macOS.
        var usage = new nint[32];
        if (getrusage(Children, usage) != 0)
            throw new InvalidOperationException("getrusage failed");
        return usage[0] + (usage[1] & 0xFFFFFFFF) / 1e6 + usage[2] + (usage[3] & 0xFFFFFFFF) / 1e6;
    }

    [LibraryImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int getrusage(int who, nint[] usage);
}
