using Interleaving.Models.Cancellation;
using Interleaving.Models.Clocks;
using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>
/// What <c>using</c> calls. The objects whose end matters to the engine are ended by their models, all others by themselves.
/// </summary>
[Models(typeof(IDisposable))]
internal static class DisposableModel
{
    public static void Dispose(IDisposable self)
    {
        switch (Operation.Current is null ? null : self)
        {
            case CancellationTokenSource source:
                CancellationTokenSourceModel.Dispose(source);
                break;
            case SemaphoreSlim semaphore:
                SemaphoreSlimModel.Dispose(semaphore);
                break;
            case Timer timer:
                TimerModel.Dispose(timer);
                break;
            case System.Timers.Timer timer:
                TimersTimerModel.Close(timer);
                break;
            case PeriodicTimer timer:
                PeriodicTimerModel.Dispose(timer);
                break;
            default:
                self.Dispose();
                break;
        }
    }
}
