using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(ConfiguredTaskAwaitable<>.ConfiguredTaskAwaiter), Passes = [".ctor"])]
internal static class ConfiguredTaskAwaiterOfTModel
{
    public static bool get_IsCompleted<T>(ref ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter self)
    {
        AwaiterLook.Look(ref self);
        return self.IsCompleted;
    }

    public static T GetResult<T>(ref ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter self)
    {
        AwaiterLook.Wait(ref self);
        return self.GetResult();
    }

    public static void OnCompleted<T>(ref ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);

    public static void UnsafeOnCompleted<T>(ref ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);
}
