using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(ValueTaskAwaiter), Passes = [".ctor", "OnCompleted", "UnsafeOnCompleted"])]
internal static class ValueTaskAwaiterModel
{
    public static bool get_IsCompleted(ref ValueTaskAwaiter self)
    {
        AwaiterLook.Look(ref self);
        return self.IsCompleted;
    }

    public static void GetResult(ref ValueTaskAwaiter self)
    {
        AwaiterLook.Wait(ref self);
        self.GetResult();
    }
}
