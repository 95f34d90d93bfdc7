using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(TaskAwaiter), Passes = [".ctor"])]
[Models(typeof(TaskAwaiter<>), Passes = [".ctor"])]
[Models(typeof(ValueTaskAwaiter), Passes = [".ctor"])]
[Models(typeof(ValueTaskAwaiter<>), Passes = [".ctor"])]
[Models(typeof(ConfiguredTaskAwaitable.ConfiguredTaskAwaiter), Passes = [".ctor"])]
[Models(typeof(ConfiguredTaskAwaitable<>.ConfiguredTaskAwaiter), Passes = [".ctor"])]
[Models(typeof(ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter), Passes = [".ctor"])]
[Models(typeof(ConfiguredValueTaskAwaitable<>.ConfiguredValueTaskAwaiter), Passes = [".ctor"])]
internal static class AwaiterModel
{
    [Before]
    public static void get_IsCompleted<[Self] TAwaiter>(ref TAwaiter self)
        where TAwaiter : struct => AwaiterLook.Look(ref self);

    [Before]
    public static void GetResult<[Self] TAwaiter>(ref TAwaiter self)
        where TAwaiter : struct => AwaiterLook.Wait(ref self);

    [Also("UnsafeOnCompleted")]
    public static void OnCompleted<[Self] TAwaiter>(ref TAwaiter self, Action continuation)
        where TAwaiter : INotifyCompletion => AwaiterLook.OnCompleted(ref self, continuation);
}
