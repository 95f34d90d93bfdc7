using Interleaving.Scheduling;

namespace Interleaving.Models.Clocks;

/// <summary>The platform's timer object is never armed: it is the identity that the program holds.</summary>
[Models(typeof(Timer))]
internal static class TimerModel
{
    public static Timer New(TimerCallback callback) =>
        Operation.Current is null ? new Timer(callback) : Made(callback, null, self: true, Timeout.Infinite, Timeout.Infinite);

    public static Timer New(TimerCallback callback, object? state, int dueTime, int period) =>
        New(callback, state, (long)dueTime, period);

    public static Timer New(TimerCallback callback, object? state, uint dueTime, uint period) =>
        New(callback, state, Signed(dueTime), Signed(period));

    public static Timer New(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        New(callback, state, (long)dueTime.TotalMilliseconds, (long)period.TotalMilliseconds);

    public static Timer New(TimerCallback callback, object? state, long dueTime, long period) =>
        Operation.Current is null
            ? new Timer(callback, state, dueTime, period)
            : Made(callback, state, self: false, dueTime, period);

    public static bool Change(Timer self, int dueTime, int period) => Change(self, (long)dueTime, period);

    public static bool Change(Timer self, uint dueTime, uint period) => Change(self, Signed(dueTime), Signed(period));

    public static bool Change(Timer self, TimeSpan dueTime, TimeSpan period) =>
        Change(self, (long)dueTime.TotalMilliseconds, (long)period.TotalMilliseconds);

    public static bool Change(Timer self, long dueTime, long period) =>
        Operation.Current is { } operation
            ? Of(operation, self).Change(ControlledTimer.Checked(dueTime), ControlledTimer.Checked(period))
            : self.Change(dueTime, period);

    public static void Dispose(Timer self)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).Dispose();
        else
            self.Dispose();
    }

    public static bool Dispose(Timer self, WaitHandle notifyObject) =>
        Operation.Current is { } operation ? Of(operation, self).Dispose(notifyObject) : self.Dispose(notifyObject);

    public static ValueTask DisposeAsync(Timer self) =>
        Operation.Current is { } operation ? Of(operation, self).DisposeAsync() : self.DisposeAsync();

    private static Timer Made(TimerCallback callback, object? state, bool self, long due, long period)
    {
        ControlledTimer.Checked(due);
        ControlledTimer.Checked(period);
        var timer = new Timer(callback);
        var execution = Operation.Current!.Execution;
        execution.State(timer, _ => new ControlledTimer(execution, callback, self ? timer : state, due, period));
        return timer;
    }

    private static ControlledTimer Of(Operation operation, Timer self) =>
        operation.State<ControlledTimer>(
            self, static _ => throw Operation.Current!.MadeOutside("a Timer"));

    /// <summary>The largest number of the unsigned overloads means "never".</summary>
    private static long Signed(uint milliseconds) => milliseconds == uint.MaxValue ? -1 : milliseconds;
}
