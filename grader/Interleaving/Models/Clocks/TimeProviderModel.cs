namespace Interleaving.Models.Clocks;

/// <summary>Only the system's provider is replaced: providers of the program's own are called as they are.</summary>
[Models(typeof(TimeProvider), Passes = ["*"])]
internal static class TimeProviderModel
{
    public static TimeProvider get_System() => VirtualTimeProvider.Instance;
}
