using System.Timers;
using Interleaving.Scheduling;
using ComponentTimer = System.Timers.Timer;

namespace Interleaving.Models.Clocks;

/// <summary>The timer of System.Timers in virtual time. What its handlers throw is swallowed, as on the platform.</summary>
[Models(typeof(ComponentTimer))]
internal static class TimersTimerModel
{
    public static ComponentTimer New() => new();

    public static ComponentTimer New(double interval) => new(interval);

    public static ComponentTimer New(TimeSpan interval) => new(interval);

    public static double get_Interval(ComponentTimer self) => self.Interval;

    public static void set_Interval(ComponentTimer self, double value)
    {
        self.Interval = value;
        if (Operation.Current is { } operation && Of(operation, self) is { IsEnabled: true } state)
            state.Start(operation);
    }

    public static bool get_AutoReset(ComponentTimer self) => self.AutoReset;

    public static void set_AutoReset(ComponentTimer self, bool value) => self.AutoReset = value;

    public static bool get_Enabled(ComponentTimer self) =>
        Operation.Current is { } operation ? Of(operation, self).IsEnabled : self.Enabled;

    public static void set_Enabled(ComponentTimer self, bool value)
    {
        if (Operation.Current is not { } operation)
            self.Enabled = value;
        else if (value)
            Of(operation, self).Start(operation);
        else
            Of(operation, self).Stop(operation);
    }

    public static void Start(ComponentTimer self) => set_Enabled(self, true);

    public static void Stop(ComponentTimer self) => set_Enabled(self, false);

    public static void Close(ComponentTimer self)
    {
        if (Operation.Current is null)
            self.Close();
        else
            set_Enabled(self, false);
    }

    public static void Dispose(ComponentTimer self)
    {
        if (Operation.Current is { } operation)
        {
            set_Enabled(self, false);
            Of(operation, self).IsDisposed = true;
        }

        // The platform's own timer was never started; whoever listens for its end, and a derived class, hear of it.
        self.Dispose();
    }

    public static void add_Elapsed(ComponentTimer self, ElapsedEventHandler value)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).Elapsed += value;
        else
            self.Elapsed += value;
    }

    public static void remove_Elapsed(ComponentTimer self, ElapsedEventHandler value)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).Elapsed -= value;
        else
            self.Elapsed -= value;
    }

    private static State Of(Operation operation, ComponentTimer self) =>
        operation.State(self, static target => new State((ComponentTimer)target));

    private sealed class State(ComponentTimer timer)
    {
        private ControlledTimer? ticking;

        public bool IsEnabled { get; private set; }

        public bool IsDisposed { get; set; }

        public ElapsedEventHandler? Elapsed { get; set; }

        public void Start(Operation operation)
        {
            operation.Arrive(timer);
            ObjectDisposedException.ThrowIf(IsDisposed, timer);
            ticking?.Dispose();
            IsEnabled = true;
            var interval = (long)Math.Ceiling(timer.Interval);
            ticking = new ControlledTimer(operation.Execution, Tick, null, interval, timer.AutoReset ? interval : Timeout.Infinite);
        }

        public void Stop(Operation operation)
        {
            operation.Arrive(timer);
            IsEnabled = false;
            ticking?.Dispose();
            ticking = null;
        }

        private void Tick(object? unused)
        {
            IsEnabled &= timer.AutoReset;
            try
            {
                Elapsed?.Invoke(timer, new ElapsedEventArgs(VirtualTimeProvider.Instance.GetUtcNow().UtcDateTime));
            }
            catch (Exception e) when (e is not ExecutionAbortedException)
            {
                // The platform's timer swallows it, too.
            }
        }
    }
}
