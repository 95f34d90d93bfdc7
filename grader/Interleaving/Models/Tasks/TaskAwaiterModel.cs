using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(TaskAwaiter), Passes = [".ctor"])]
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

    public static void OnCompleted(ref TaskAwaiter self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);

    public static void UnsafeOnCompleted(ref TaskAwaiter self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);
}
