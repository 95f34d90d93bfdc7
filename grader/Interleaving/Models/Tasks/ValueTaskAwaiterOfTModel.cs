using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(ValueTaskAwaiter<>), Passes = [".ctor"])]
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

    public static void OnCompleted<T>(ref ValueTaskAwaiter<T> self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);

    public static void UnsafeOnCompleted<T>(ref ValueTaskAwaiter<T> self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);
}
