using System.ComponentModel;
using ComponentTimer = System.Timers.Timer;

namespace Interleaving.Models.Clocks;

/// <summary>A timer is disposed of by its base class.</summary>
[Models(typeof(Component), Passes = ["*"])]
internal static class ComponentModel
{
    public static void Dispose(Component self)
    {
        if (self is ComponentTimer timer)
            TimersTimerModel.Dispose(timer);
        else
            self.Dispose();
    }
}
