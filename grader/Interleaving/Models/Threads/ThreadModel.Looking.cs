using System.Globalization;
using Interleaving.Scheduling;

namespace Interleaving.Models.Threads;

/// <content>What a program may ask a thread, and tell it about itself.</content>
internal static partial class ThreadModel
{
    public static Thread get_CurrentThread() =>
        Operation.Current is { } operation ? ControlledThread.CurrentThread(operation) : Thread.CurrentThread;

    public static int get_ManagedThreadId(Thread self) =>
        Operation.Current is { } operation ? ControlledThread.Of(operation, self).Id : self.ManagedThreadId;

    public static CultureInfo get_CurrentCulture(Thread self) =>
        IsRunning(self) ? CultureInfo.CurrentCulture : self.CurrentCulture;

    public static void set_CurrentCulture(Thread self, CultureInfo value)
    {
        if (IsRunning(self))
            CultureInfo.CurrentCulture = value;
        else
            self.CurrentCulture = value;
    }

    /// <summary>A thread may set its own culture alone; what stands for it here is another object than what runs.</summary>
    private static bool IsRunning(Thread thread) =>
        Operation.Current is { } operation && ReferenceEquals(ControlledThread.CurrentThread(operation), thread);

    public static int GetCurrentProcessorId() =>
        Operation.Current is { } operation
            ? operation.Id % operation.Execution.Limits.Cores
            : Thread.GetCurrentProcessorId();

    public static string? get_Name(Thread self) =>
        Operation.Current is { } operation ? ControlledThread.Of(operation, self).Name : self.Name;

    public static void set_Name(Thread self, string? value)
    {
        if (Operation.Current is not { } operation)
        {
            self.Name = value;
            return;
        }

        var state = ControlledThread.Of(operation, self);
        state.Name = value;
        if (state.Operation is { } named && !string.IsNullOrEmpty(value))
            named.Name = value;
    }

    public static bool get_IsAlive(Thread self)
    {
        if (Operation.Current is not { } operation)
            return self.IsAlive;
        operation.Arrive(self, StepKind.Read);
        return ControlledThread.Of(operation, self).Asked(operation).IsAlive;
    }

    public static ThreadState get_ThreadState(Thread self)
    {
        if (Operation.Current is not { } operation)
            return self.ThreadState;
        operation.Arrive(self, StepKind.Read);
        return ControlledThread.Of(operation, self).Asked(operation).State;
    }

    public static bool get_IsBackground(Thread self) =>
        Operation.Current is { } operation ? ControlledThread.Of(operation, self).IsBackground : self.IsBackground;

    public static void set_IsBackground(Thread self, bool value)
    {
        if (Operation.Current is { } operation)
            ControlledThread.Of(operation, self).IsBackground = value;
        else
            self.IsBackground = value;
    }

    public static bool get_IsThreadPoolThread(Thread self) =>
        Operation.Current is { } operation ? ControlledThread.Of(operation, self).IsPool : self.IsThreadPoolThread;
}
