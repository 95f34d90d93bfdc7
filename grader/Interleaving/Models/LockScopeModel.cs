using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>The end of a <c>lock</c> on a <see cref="Lock"/>.</summary>
[Models(typeof(Lock.Scope))]
internal static class LockScopeModel
{
    public static void Dispose(ref Lock.Scope self)
    {
        if (Operation.Current is null)
        {
            self.Dispose();
            return;
        }

        ref var held = ref LockModel.LockOf(ref self);
        if (held is not { } taken)
            return;
        held = null;
        LockModel.Exit(taken);
    }
}
