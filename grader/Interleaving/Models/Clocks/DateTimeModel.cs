using Interleaving.Scheduling;

namespace Interleaving.Models.Clocks;

[Models(typeof(DateTime), Passes = ["*"])]
internal static class DateTimeModel
{
    public static DateTime get_UtcNow() => VirtualTimeProvider.Instance.GetUtcNow().UtcDateTime;

    /// <summary>In UTC, whatever the machine's zone: the same run everywhere.</summary>
    public static DateTime get_Now() =>
        Operation.Current is null ? DateTime.Now : DateTime.SpecifyKind(get_UtcNow(), DateTimeKind.Local);

    public static DateTime get_Today() => get_Now().Date;
}
