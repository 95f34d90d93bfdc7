using Interleaving.Scheduling;

namespace Interleaving.Models.Clocks;

[Models(typeof(DateTimeOffset), Passes = ["*"])]
internal static class DateTimeOffsetModel
{
    public static DateTimeOffset get_UtcNow() => VirtualTimeProvider.Instance.GetUtcNow();

    public static DateTimeOffset get_Now() => Operation.Current is null ? DateTimeOffset.Now : get_UtcNow();
}
