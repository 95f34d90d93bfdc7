using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter), Passes = [".ctor"])]
internal static class ConfiguredValueTaskAwaiterModel
{
    public static bool get_IsCompleted(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter self)
    {
        AwaiterLook.Look(ref self);
        return self.IsCompleted;
    }

    public static void GetResult(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter self)
    {
        AwaiterLook.Wait(ref self);
        self.GetResult();
    }

    public static void OnCompleted(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);

    public static void UnsafeOnCompleted(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);
}
