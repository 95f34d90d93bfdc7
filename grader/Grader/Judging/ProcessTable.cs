using System.Diagnostics;
using System.Globalization;

namespace Grader.Judging;

/// <summary>Reads what processes use: from /proc on Linux, with descendants; elsewhere from the process alone.</summary>
internal static class ProcessTable
{
    /// <summary>Clock ticks a second in /proc/*/stat: 100 on every Linux that .NET runs on (USER_HZ).</summary>
    private const double TicksPerSecond = 100;

    /// <summary>What <paramref name="process"/> and its descendants use; nothing once it has ended.</summary>
    public static ResourceUse Read(int process)
    {
        try
        {
            return OperatingSystem.IsLinux() ? ReadTree(process) : ReadOne(process);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException
            or FormatException or IndexOutOfRangeException)
        {
            // It ended while its files were read: an exception here would leave the judge without its watchdog.
            return default;
        }
    }

    /// <summary>
    /// Whether a thread of <paramref name="process"/> or of a descendant runs or would if it had a processor, rather than
    /// wait for something (Linux; false elsewhere). Threads that end meanwhile do not matter.
    /// </summary>
    public static bool IsReady(int process)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            var threads = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task");
            return Directory.EnumerateDirectories(threads).Any(IsThreadReady) || Children(process).Any(IsReady);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>What the threads of <paramref name="process"/> and of its descendants are called (Linux; none elsewhere).</summary>
    public static IReadOnlyList<string> Threads(int process)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        try
        {
            var threads = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task");
            return
            [
                .. Directory.EnumerateDirectories(threads).Select(static thread => File.ReadAllText(thread + "/comm").TrimEnd('\n')),
                .. Children(process).SelectMany(Threads),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // One of them has just ended; what is left is to be asked again.
            return [""];
        }
    }

    private static bool IsThreadReady(string thread)
    {
        try
        {
            var stat = File.ReadAllText(thread + "/stat");
            return stat[stat.LastIndexOf(')') + 2] is 'R' or 'D';
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            return false;
        }
    }

    private static ResourceUse ReadTree(int process)
    {
        var folder = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}");
        var use = ReadStat(File.ReadAllText(folder + "/stat"));
        foreach (var child in Children(process))
            use += Read(child);
        return use;
    }

    private static IEnumerable<int> Children(int process) =>
        from thread in Directory.EnumerateDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task"))
        let children = thread + "/children"
        where File.Exists(children)
        from child in File.ReadAllText(children).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select int.Parse(child, CultureInfo.InvariantCulture);

    /// <summary>proc(5): after the name in parentheses, fields 3 and on.</summary>
    private static ResourceUse ReadStat(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return new ResourceUse(
            (Field(11) + Field(12) + Field(13) + Field(14)) / TicksPerSecond,
            Field(21) * Environment.SystemPageSize,
            (int)Field(17));

        long Field(int index) => long.Parse(fields[index], CultureInfo.InvariantCulture);
    }

    private static ResourceUse ReadOne(int id)
    {
        using var process = Process.GetProcessById(id);
        return new ResourceUse(process.TotalProcessorTime.TotalSeconds, process.WorkingSet64, process.Threads.Count);
    }
}
