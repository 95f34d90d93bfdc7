using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Spinning;

/// <summary>A spin says that others should run; it takes no time of its own.</summary>
[Models(typeof(SpinWait), Passes = ["get_Count", "get_NextSpinWillYield", "Reset"])]
internal static class SpinWaitModel
{
    public static void SpinOnce(ref SpinWait self)
    {
        if (Operation.Current is { } operation)
            Spin(operation, ref self);
        else
            self.SpinOnce();
    }

    public static void SpinOnce(ref SpinWait self, int sleep1Threshold)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sleep1Threshold, -1);
        if (Operation.Current is { } operation)
            Spin(operation, ref self);
        else
            self.SpinOnce(sleep1Threshold);
    }

    public static void SpinUntil(Func<bool> condition) => SpinUntil(condition, Timeout.Infinite);

    public static bool SpinUntil(Func<bool> condition, TimeSpan timeout) => SpinUntil(condition, Timeouts.Of(timeout));

    public static bool SpinUntil(Func<bool> condition, int millisecondsTimeout)
    {
        if (Operation.Current is not { } operation)
            return SpinWait.SpinUntil(condition, millisecondsTimeout);
        Timeouts.Of(millisecondsTimeout);
        ArgumentNullException.ThrowIfNull(condition);
        var execution = operation.Execution;
        var deadline = execution.Time.Milliseconds + millisecondsTimeout;

        // A timer at the deadline, so that time can move there while the loop only spins.
        using var alarm = millisecondsTimeout > 0 ? new Alarm(execution, millisecondsTimeout) : null;
        while (!condition())
        {
            if (millisecondsTimeout >= 0 && execution.Time.Milliseconds >= deadline)
                return false;
            operation.Arrive(null, StepKind.Pause);
        }

        return true;
    }

    private static void Spin(Operation operation, ref SpinWait self)
    {
        operation.Arrive(null, StepKind.Pause);
        CountOf(ref self)++;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_count")]
    private static extern ref int CountOf(ref SpinWait self);

    private sealed class Alarm(Execution execution, int milliseconds) : IDisposable
    {
        private readonly VirtualTimer timer = execution.Time.AddTimer(milliseconds, execution.NameFor("timeout"), static () => { });

        public void Dispose() => timer.Cancel();
    }
}
