using System.Diagnostics;
using Interleaving.Races;
using Interleaving.Scheduling;

namespace Interleaving.Models.Clocks;

/// <summary>Virtual time, in an object that several threads may only read at once: it has no lock of its own.</summary>
[Models(typeof(Stopwatch), Passes = [".ctor"])]
internal static class StopwatchModel
{
    public static Stopwatch StartNew()
    {
        if (Operation.Current is null)
            return Stopwatch.StartNew();
        var watch = new Stopwatch();
        Start(watch);
        return watch;
    }

    public static long GetTimestamp() => VirtualTimeProvider.Instance.GetTimestamp();

    public static TimeSpan GetElapsedTime(long startingTimestamp) =>
        Stopwatch.GetElapsedTime(startingTimestamp, GetTimestamp());

    public static TimeSpan GetElapsedTime(long startingTimestamp, long endingTimestamp) =>
        Stopwatch.GetElapsedTime(startingTimestamp, endingTimestamp);

    public static void Start(Stopwatch self)
    {
        if (Operation.Current is { } operation)
            Of(operation, self, write: true).Start(operation.Execution.Time.Now);
        else
            self.Start();
    }

    public static void Stop(Stopwatch self)
    {
        if (Operation.Current is { } operation)
            Of(operation, self, write: true).Stop(operation.Execution.Time.Now);
        else
            self.Stop();
    }

    public static void Reset(Stopwatch self)
    {
        if (Operation.Current is { } operation)
            Of(operation, self, write: true).Reset();
        else
            self.Reset();
    }

    public static void Restart(Stopwatch self)
    {
        if (Operation.Current is not { } operation)
        {
            self.Restart();
            return;
        }

        var state = Of(operation, self, write: true);
        state.Reset();
        state.Start(operation.Execution.Time.Now);
    }

    public static bool get_IsRunning(Stopwatch self) =>
        Operation.Current is { } operation ? Of(operation, self, write: false).Running : self.IsRunning;

    public static TimeSpan get_Elapsed(Stopwatch self) =>
        Operation.Current is { } operation
            ? TimeSpan.FromTicks(Of(operation, self, write: false).Elapsed(operation.Execution.Time.Read(operation)))
            : self.Elapsed;

    public static long get_ElapsedMilliseconds(Stopwatch self) => (long)get_Elapsed(self).TotalMilliseconds;

    public static long get_ElapsedTicks(Stopwatch self) =>
        Operation.Current is null
            ? self.ElapsedTicks
            : get_Elapsed(self).Ticks * (Stopwatch.Frequency / TimeSpan.TicksPerSecond);

    public static string ToString(Stopwatch self) => get_Elapsed(self).ToString();

    private static StopwatchState Of(Operation operation, Stopwatch self, bool write)
    {
        operation.Execution.Memory.Access(operation, self, Step.WholeObject, operation.Site, write);
        return operation.State(self, static _ => new StopwatchState());
    }

    private sealed class StopwatchState
    {
        private long accumulated;
        private long started;

        public bool Running { get; private set; }

        public void Start(long now)
        {
            if (Running)
                return;
            Running = true;
            started = now;
        }

        public void Stop(long now)
        {
            accumulated = Elapsed(now);
            Running = false;
        }

        public void Reset()
        {
            accumulated = 0;
            Running = false;
        }

        public long Elapsed(long now) => Running ? accumulated + now - started : accumulated;
    }
}
