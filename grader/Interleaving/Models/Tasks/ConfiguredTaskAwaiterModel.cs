using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(ConfiguredTaskAwaitable.ConfiguredTaskAwaiter), Passes = [".ctor"])]
internal static class ConfiguredTaskAwaiterModel
{
    public static bool get_IsCompleted(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter self)
    {
        AwaiterLook.Look(ref self);
        return self.IsCompleted;
    }

    public static void GetResult(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter self)
    {
        AwaiterLook.Wait(ref self);
        self.GetResult();
    }

    public static void OnCompleted(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);

    public static void UnsafeOnCompleted(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);
}
