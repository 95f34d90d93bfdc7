using Interleaving.Scheduling;

namespace Interleaving.Models.Threads;

[Models(typeof(Thread), Passes =
[
    "get_Priority", "set_Priority", "get_CurrentUICulture", "set_CurrentUICulture", "GetHashCode", "Equals", "ToString", "GetType", "BeginCriticalRegion", "EndCriticalRegion",
    "BeginThreadAffinity", "EndThreadAffinity", "GetDomain", "GetDomainID", "GetApartmentState", "SetApartmentState",
    "TrySetApartmentState", "get_ExecutionContext",
])]
internal static partial class ThreadModel
{
    public static Thread New(ThreadStart start) => Made(new Thread(start), start);

    public static Thread New(ThreadStart start, int maxStackSize) => Made(new Thread(start, maxStackSize), start);

    public static Thread New(ParameterizedThreadStart start) => Made(new Thread(start), start);

    public static Thread New(ParameterizedThreadStart start, int maxStackSize) =>
        Made(new Thread(start, maxStackSize), start);

    public static void Start(Thread self)
    {
        if (Operation.Current is { } operation)
            ControlledThread.Of(operation, self).Start(operation, null, hasArgument: false, flow: true);
        else
            self.Start();
    }

    public static void Start(Thread self, object? parameter)
    {
        if (Operation.Current is { } operation)
            ControlledThread.Of(operation, self).Start(operation, parameter, hasArgument: true, flow: true);
        else
            self.Start(parameter);
    }

    public static void UnsafeStart(Thread self)
    {
        if (Operation.Current is { } operation)
            ControlledThread.Of(operation, self).Start(operation, null, hasArgument: false, flow: false);
        else
            self.UnsafeStart();
    }

    public static void UnsafeStart(Thread self, object? parameter)
    {
        if (Operation.Current is { } operation)
            ControlledThread.Of(operation, self).Start(operation, parameter, hasArgument: true, flow: false);
        else
            self.UnsafeStart(parameter);
    }

    public static void Join(Thread self) => Join(self, Timeout.Infinite);

    public static bool Join(Thread self, TimeSpan timeout) => Join(self, Timeouts.Of(timeout));

    public static bool Join(Thread self, int millisecondsTimeout) =>
        Operation.Current is { } operation
            ? ControlledThread.Of(operation, self).Join(operation, Timeouts.Of(millisecondsTimeout))
            : self.Join(millisecondsTimeout);

    public static void Interrupt(Thread self)
    {
        if (Operation.Current is { } operation)
            ControlledThread.Of(operation, self).Interrupt(operation);
        else
            self.Interrupt();
    }

    public static void Sleep(TimeSpan timeout) => Sleep(Timeouts.Of(timeout));

    public static void Sleep(int millisecondsTimeout)
    {
        if (Operation.Current is not { } operation)
        {
            Thread.Sleep(millisecondsTimeout);
            return;
        }

        Timeouts.Of(millisecondsTimeout);
        if (millisecondsTimeout == 0)
            operation.Arrive(null, StepKind.Pause);
        else
            operation.Execution.Block(operation, new WaitQueue(), new Wait(WaitKind.Sleep) { Milliseconds = millisecondsTimeout }, millisecondsTimeout);
    }

    public static bool Yield()
    {
        if (Operation.Current is not { } operation)
            return Thread.Yield();
        operation.Arrive(null, StepKind.Pause);
        return true;
    }

    public static void SpinWait(int iterations)
    {
        if (Operation.Current is { } operation)
            operation.Arrive(null, StepKind.Pause);
        else
            Thread.SpinWait(iterations);
    }

    public static void MemoryBarrier() => InterlockedModel.MemoryBarrier();

    private static Thread Made(Thread thread, Delegate start)
    {
        Operation.Current?.Execution.State(thread, key => new ControlledThread((Thread)key, start));
        return thread;
    }
}
