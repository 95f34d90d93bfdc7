using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(ConfiguredValueTaskAwaitable<>.ConfiguredValueTaskAwaiter), Passes = [".ctor"])]
internal static class ConfiguredValueTaskAwaiterOfTModel
{
    public static bool get_IsCompleted<T>(ref ConfiguredValueTaskAwaitable<T>.ConfiguredValueTaskAwaiter self)
    {
        AwaiterLook.Look(ref self);
        return self.IsCompleted;
    }

    public static T GetResult<T>(ref ConfiguredValueTaskAwaitable<T>.ConfiguredValueTaskAwaiter self)
    {
        AwaiterLook.Wait(ref self);
        return self.GetResult();
    }

    public static void OnCompleted<T>(ref ConfiguredValueTaskAwaitable<T>.ConfiguredValueTaskAwaiter self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);

    public static void UnsafeOnCompleted<T>(ref ConfiguredValueTaskAwaitable<T>.ConfiguredValueTaskAwaiter self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);
}
