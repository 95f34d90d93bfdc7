using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Clocks;

/// <summary>The platform's object never ticks: it is the identity that the program holds.</summary>
[Models(typeof(PeriodicTimer))]
internal static class PeriodicTimerModel
{
    public static PeriodicTimer New(TimeSpan period) =>
        Operation.Current is { } operation ? Made(operation, period) : new PeriodicTimer(period);

    public static PeriodicTimer New(TimeSpan period, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        if (Operation.Current is not { } operation)
            return new PeriodicTimer(period, timeProvider);
        return Made(operation, period, Alarm.IsVirtual(timeProvider) || TimeProviderModel.LeavesTimers(timeProvider) ? null : timeProvider);
    }

    public static TimeSpan get_Period(PeriodicTimer self) =>
        Operation.Current is { } operation
            ? Of(operation, self).Period
            : self.Period;

    public static void set_Period(PeriodicTimer self, TimeSpan value)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).SetPeriod(operation, Checked(value, nameof(value)));
        else
            self.Period = value;
    }

    public static ValueTask<bool> WaitForNextTickAsync(PeriodicTimer self, CancellationToken cancellationToken) =>
        Operation.Current is { } operation
            ? Of(operation, self).Next(operation, cancellationToken)
            : self.WaitForNextTickAsync(cancellationToken);

    public static void Dispose(PeriodicTimer self)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).Dispose(operation);
        else
            self.Dispose();
    }

    private static PeriodicTimer Made(Operation operation, TimeSpan period, TimeProvider? provider = null)
    {
        Checked(period, nameof(period));
        var timer = new PeriodicTimer(Timeout.InfiniteTimeSpan);
        operation.Execution.State(timer, _ => new PeriodicTimerState(timer, period, operation.Execution.Time.Now)).TickBy(operation, provider);
        return timer;
    }

    private static PeriodicTimerState Of(Operation operation, PeriodicTimer self) =>
        operation.State<PeriodicTimerState>(
            self, static _ => throw Operation.Current!.MadeOutside("a PeriodicTimer"));

    private static TimeSpan Checked(TimeSpan period, string name) =>
        period == Timeout.InfiniteTimeSpan || period.TotalMilliseconds is >= 1 and <= uint.MaxValue - 1
            ? period
            : throw new ArgumentOutOfRangeException(name);
}
