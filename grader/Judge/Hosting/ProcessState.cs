using System.Collections;
using System.Globalization;
using System.Runtime;
using Interleaving.Scheduling;

namespace Judge.Hosting;

/// <summary>
/// What code could change in its process for whatever runs there after it. No submission gets at it past the policy; if one did,
/// nothing else is judged in that process.
/// </summary>
internal static class ProcessState
{
    private static volatile bool ranOut;

    /// <summary>From here on it is noted when memory runs out: who catches that has met a limit, maybe because of what ran here before.</summary>
    public static void Begin() => AppDomain.CurrentDomain.FirstChanceException += static (_, thrown) => ranOut |= thrown.Exception is OutOfMemoryException;

    /// <summary>All of it as text, to be compared.</summary>
    public static string Read()
    {
        ThreadPool.GetMinThreads(out var least, out var leastPorts);
        ThreadPool.GetMaxThreads(out var most, out var mostPorts);
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(static variable => $"{variable.Key}={variable.Value}").Order(StringComparer.Ordinal);
        return string.Join(
            '\n',
            [
                $"culture {CultureInfo.CurrentCulture} {CultureInfo.CurrentUICulture}",
                $"of threads {CultureInfo.DefaultThreadCurrentCulture} {CultureInfo.DefaultThreadCurrentUICulture}",
                $"context {SynchronizationContext.Current?.GetType()}",
                $"folder {Environment.CurrentDirectory}",
                string.Create(CultureInfo.InvariantCulture, $"pool {least} {leastPorts} {most} {mostPorts} {ThreadPool.ThreadCount} {ThreadPool.PendingWorkItemCount}"),
                string.Create(CultureInfo.InvariantCulture, $"timers {Timer.ActiveCount}"),
                $"collector {GCSettings.LatencyMode}",
                $"priority {Thread.CurrentThread.Priority}",
                $"thread of an earlier program {Outside.MetStranger}",
                $"out of memory {ranOut}",
                .. variables,
            ]);
    }
}
