using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(ValueTaskAwaiter), Passes = [".ctor"])]
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

    public static void OnCompleted(ref ValueTaskAwaiter self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);

    public static void UnsafeOnCompleted(ref ValueTaskAwaiter self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);
}
