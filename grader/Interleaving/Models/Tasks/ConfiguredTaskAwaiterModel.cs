using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(ConfiguredTaskAwaitable.ConfiguredTaskAwaiter), Passes = [".ctor", "OnCompleted", "UnsafeOnCompleted"])]
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
}
