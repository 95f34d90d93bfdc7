using Interleaving.Models.Threads;
using Interleaving.Scheduling;

namespace Interleaving.Models.Clocks;

/// <summary>What the machine would answer differently from run to run.</summary>
[Models(typeof(Environment), Passes = ["*"])]
internal static class EnvironmentModel
{
    public static int get_ProcessorCount() =>
        Operation.Current is { } operation ? operation.Execution.Limits.Cores : Environment.ProcessorCount;

    public static int get_CurrentManagedThreadId() =>
        Operation.Current is { } operation ? ControlledThread.Current(operation).Id : Environment.CurrentManagedThreadId;

    public static long get_TickCount64() =>
        Operation.Current is null
            ? Environment.TickCount64
            : VirtualTimeProvider.Instance.GetTimestamp()
                / (VirtualTimeProvider.Instance.TimestampFrequency / (TimeSpan.TicksPerSecond / TimeSpan.TicksPerMillisecond));

    public static int get_TickCount() => Operation.Current is null ? Environment.TickCount : (int)get_TickCount64();
}
