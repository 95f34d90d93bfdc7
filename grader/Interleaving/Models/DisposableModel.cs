using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Models;

/// <summary>
/// What <c>using</c> calls, and each call through the interface: the model of the object's own type, if it has one, just as
/// a direct call.
/// </summary>
[Models(typeof(IDisposable))]
internal static class DisposableModel
{
    public static void Dispose(IDisposable self)
    {
        if (Operation.Current is not null && self is not null && InterfaceCalls<Action<object>>.Find(self.GetType(), nameof(Dispose)) is { } dispose)
            dispose(self);
        else if (Operation.Current is { } operation && self is not null && MemoryOwners.Is(self))
            GiveBack(operation, self);
        else
            self!.Dispose();
    }

    private static void GiveBack(Operation operation, IDisposable memory)
    {
        var key = StaticFields.Of(MemoryOwners.Pool);
        operation.OrderBefore(key);
        memory.Dispose();
        operation.OrderAfter(key);
    }
}
