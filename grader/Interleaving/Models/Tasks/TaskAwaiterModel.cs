using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(TaskAwaiter), Passes = [".ctor", "OnCompleted", "UnsafeOnCompleted"])]
internal static class TaskAwaiterModel
{
    public static bool get_IsCompleted(ref TaskAwaiter self)
    {
        AwaiterLook.Look(ref self);
        return self.IsCompleted;
    }

    public static void GetResult(ref TaskAwaiter self)
    {
        AwaiterLook.Wait(ref self);
        self.GetResult();
    }
}
