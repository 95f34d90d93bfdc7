using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>Ends a registered wait; an event to be told by is set once no call is under way.</summary>
[Models(typeof(RegisteredWaitHandle))]
internal static class RegisteredWaitHandleModel
{
    public static bool Unregister(RegisteredWaitHandle self, WaitHandle? waitObject) =>
        Operation.Current is { } operation ? RegisteredWaits.Unregister(operation, self, waitObject) : self.Unregister(waitObject);
}
