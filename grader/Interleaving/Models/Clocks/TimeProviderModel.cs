namespace Interleaving.Models.Clocks;

/// <summary>
/// The system's provider is replaced, and so is what the base class does for a provider of the program's own that leaves a
/// member as it is: it would ask the real clock, and run a timer on a thread that is not under control.
/// </summary>
[Models(typeof(TimeProvider), Passes = ["*"])]
internal static class TimeProviderModel
{
    public static TimeProvider get_System() => VirtualTimeProvider.Instance;

    public static DateTimeOffset GetUtcNow(TimeProvider self) =>
        Leaves(((Func<DateTimeOffset>)self.GetUtcNow).Method) ? base_GetUtcNow(self) : self.GetUtcNow();

    public static long GetTimestamp(TimeProvider self) =>
        Leaves(((Func<long>)self.GetTimestamp).Method) ? base_GetTimestamp(self) : self.GetTimestamp();

    public static ITimer CreateTimer(TimeProvider self, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        LeavesTimers(self)
            ? base_CreateTimer(self, callback, state, dueTime, period)
            : self.CreateTimer(callback, state, dueTime, period);

    public static DateTimeOffset base_GetUtcNow(TimeProvider self) => VirtualTimeProvider.Instance.GetUtcNow();

    public static long base_GetTimestamp(TimeProvider self) => VirtualTimeProvider.Instance.GetTimestamp();

    public static ITimer base_CreateTimer(TimeProvider self, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        VirtualTimeProvider.Instance.CreateTimer(callback, state, dueTime, period);

    /// <summary>Whether the provider has no timers of its own.</summary>
    public static bool LeavesTimers(TimeProvider self) =>
        Leaves(((Func<TimerCallback, object?, TimeSpan, TimeSpan, ITimer>)self.CreateTimer).Method);

    private static bool Leaves(System.Reflection.MethodInfo member) => member.DeclaringType == typeof(TimeProvider);
}
