using Interleaving.Scheduling;

namespace Interleaving.Models.Clocks;

/// <summary>What <see cref="TimeProvider.System"/> is to woven code: the virtual clock of the execution that asks.</summary>
internal sealed class VirtualTimeProvider : TimeProvider
{
    /// <summary>A clock that starts at zero would hide the mistake of taking zero for "never".</summary>
    private static readonly long Uptime = TimeSpan.FromHours(1).Ticks;

    public static VirtualTimeProvider Instance { get; } = new();

    public override long TimestampFrequency => System.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() =>
        Operation.Current is { } operation
            ? new DateTimeOffset(VirtualClock.Epoch.AddTicks(operation.Execution.Time.Read(operation)))
            : System.GetUtcNow();

    public override long GetTimestamp() =>
        Operation.Current is { } operation
            ? (Uptime + operation.Execution.Time.Read(operation)) * (TimestampFrequency / TimeSpan.TicksPerSecond)
            : System.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Operation.Current is { } operation
            ? TimerHandle.New(operation, callback, state, dueTime, period)
            : System.CreateTimer(callback, state, dueTime, period);
    }
}
