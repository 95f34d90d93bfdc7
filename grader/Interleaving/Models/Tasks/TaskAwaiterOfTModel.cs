using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(TaskAwaiter<>), Passes = [".ctor"])]
internal static class TaskAwaiterOfTModel
{
    public static bool get_IsCompleted<T>(ref TaskAwaiter<T> self)
    {
        AwaiterLook.Look(ref self);
        return self.IsCompleted;
    }

    public static T GetResult<T>(ref TaskAwaiter<T> self)
    {
        AwaiterLook.Wait(ref self);
        return self.GetResult();
    }

    public static void OnCompleted<T>(ref TaskAwaiter<T> self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);

    public static void UnsafeOnCompleted<T>(ref TaskAwaiter<T> self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);
}
