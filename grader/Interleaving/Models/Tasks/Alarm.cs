using Interleaving.Models.Clocks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>Calls back once after a time: by the virtual clock, or by the clock of a <see cref="TimeProvider"/> of the program's own.</summary>
internal sealed class Alarm : IDisposable
{
    private VirtualTimer? timer;
    private ITimer? foreign;

    /// <summary>Null when the time never comes.</summary>
    public static Alarm? After(Execution execution, string name, TimeSpan time, TimeProvider provider, Action callback)
    {
        if (time == Timeout.InfiniteTimeSpan)
            return null;
        var alarm = new Alarm();
        if (IsVirtual(provider))
            alarm.timer = execution.Time.AddTimer((long)time.TotalMilliseconds, execution.NameFor(name), callback);
        else
            alarm.foreign = provider.CreateTimer(static back => ((Action)back!)(), WayBack.To(execution, callback), time, Timeout.InfiniteTimeSpan);
        return alarm;
    }

    public static bool IsVirtual(TimeProvider provider) => provider == TimeProvider.System || provider is VirtualTimeProvider;

    public void Dispose()
    {
        timer?.Cancel();
        foreign?.Dispose();
    }
}
