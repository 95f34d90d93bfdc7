namespace Interleaving.Models.Clocks;

/// <summary>A timer is what its provider made it: a controlled one under control.</summary>
[Models(typeof(ITimer), Passes = ["*"])]
internal static class TimerInterfaceModel;
