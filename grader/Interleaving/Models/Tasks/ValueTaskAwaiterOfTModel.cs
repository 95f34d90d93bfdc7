using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(ValueTaskAwaiter<>), Passes = [".ctor", "OnCompleted", "UnsafeOnCompleted"])]
internal static class ValueTaskAwaiterOfTModel
{
    public static bool get_IsCompleted<T>(ref ValueTaskAwaiter<T> self)
    {
        AwaiterLook.Look(ref self);
        return self.IsCompleted;
    }

    public static T GetResult<T>(ref ValueTaskAwaiter<T> self)
    {
        AwaiterLook.Wait(ref self);
        return self.GetResult();
    }
}
