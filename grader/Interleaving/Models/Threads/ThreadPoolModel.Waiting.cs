using Interleaving.Models.Events;
using Interleaving.Scheduling;

namespace Interleaving.Models.Threads;

/// <content>Callbacks that wait for a handle.</content>
internal static partial class ThreadPoolModel
{
    public static RegisteredWaitHandle RegisterWaitForSingleObject(
        WaitHandle waitObject, WaitOrTimerCallback callBack, object? state, int millisecondsTimeOutInterval, bool executeOnlyOnce) =>
        Operation.Current is { } operation
            ? RegisteredWaits.Register(
                operation, waitObject, callBack, state, Timeouts.Of(millisecondsTimeOutInterval), executeOnlyOnce, flow: true)
            : ThreadPool.RegisterWaitForSingleObject(waitObject, callBack, state, millisecondsTimeOutInterval, executeOnlyOnce);

    public static RegisteredWaitHandle RegisterWaitForSingleObject(
        WaitHandle waitObject, WaitOrTimerCallback callBack, object? state, long millisecondsTimeOutInterval, bool executeOnlyOnce) =>
        RegisterWaitForSingleObject(waitObject, callBack, state, checked((int)millisecondsTimeOutInterval), executeOnlyOnce);

    public static RegisteredWaitHandle RegisterWaitForSingleObject(
        WaitHandle waitObject, WaitOrTimerCallback callBack, object? state, TimeSpan timeout, bool executeOnlyOnce) =>
        RegisterWaitForSingleObject(waitObject, callBack, state, Timeouts.Of(timeout), executeOnlyOnce);

    public static RegisteredWaitHandle UnsafeRegisterWaitForSingleObject(
        WaitHandle waitObject, WaitOrTimerCallback callBack, object? state, int millisecondsTimeOutInterval, bool executeOnlyOnce) =>
        Operation.Current is { } operation
            ? RegisteredWaits.Register(
                operation, waitObject, callBack, state, Timeouts.Of(millisecondsTimeOutInterval), executeOnlyOnce, flow: false)
            : ThreadPool.UnsafeRegisterWaitForSingleObject(waitObject, callBack, state, millisecondsTimeOutInterval, executeOnlyOnce);
}
