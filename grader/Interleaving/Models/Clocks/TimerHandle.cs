using Interleaving.Scheduling;

namespace Interleaving.Models.Clocks;

/// <summary>What a program gets when it asks a <see cref="TimeProvider"/> for a timer. No field of it leads to the engine.</summary>
internal sealed class TimerHandle : ITimer
{
    public static TimerHandle New(Operation operation, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var execution = operation.Execution;
        var handle = new TimerHandle();
        var (due, every) = (ControlledTimer.Checked(dueTime), ControlledTimer.Checked(period));
        execution.State(handle, _ => new ControlledTimer(execution, callback, state, due, every));
        return handle;
    }

    public bool Change(TimeSpan dueTime, TimeSpan period) => Timer?.Change(dueTime, period) ?? false;

    public void Dispose() => Timer?.Dispose();

    public ValueTask DisposeAsync() => Timer?.DisposeAsync() ?? default;

    /// <summary>None once its execution is over.</summary>
    private ControlledTimer? Timer => Operation.Current is { } operation
        ? operation.State<ControlledTimer>(this, static _ => throw Operation.Current!.MadeOutside("a timer of a TimeProvider"))
        : null;
}
