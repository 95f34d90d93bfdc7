using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(YieldAwaitable.YieldAwaiter), Passes = ["get_IsCompleted", "GetResult"])]
[Models(typeof(YieldAwaitable), Passes = ["*"])]
[Models(typeof(ConfiguredTaskAwaitable), Passes = ["*"])]
[Models(typeof(ConfiguredTaskAwaitable<>), Passes = ["*"])]
[Models(typeof(ConfiguredValueTaskAwaitable), Passes = ["*"])]
[Models(typeof(ConfiguredValueTaskAwaitable<>), Passes = ["*"])]
[Models(typeof(ConfiguredCancelableAsyncEnumerable<>), Passes = ["*"])]
[Models(typeof(ConfiguredCancelableAsyncEnumerable<>.Enumerator), Passes = ["*"])]
internal static class YieldAwaiterModel
{
    [Also("UnsafeOnCompleted")]
    public static void OnCompleted(ref YieldAwaitable.YieldAwaiter self, Action continuation) =>
        AwaiterLook.OnCompleted(ref self, continuation);
}
