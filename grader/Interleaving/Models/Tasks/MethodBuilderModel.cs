using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

/// <summary>What is the same for all builders of async methods.</summary>
[Models(typeof(AsyncVoidMethodBuilder), Passes = ["Create", "SetStateMachine"])]
[Models(typeof(AsyncTaskMethodBuilder), Passes = ["Create", "SetStateMachine"])]
[Models(typeof(AsyncTaskMethodBuilder<>), Passes = ["Create", "SetStateMachine"])]
[Models(typeof(AsyncValueTaskMethodBuilder), Passes = ["Create", "SetStateMachine"])]
[Models(typeof(AsyncValueTaskMethodBuilder<>), Passes = ["Create", "SetStateMachine"])]
[Models(typeof(PoolingAsyncValueTaskMethodBuilder), Passes = ["Create", "SetStateMachine"])]
[Models(typeof(PoolingAsyncValueTaskMethodBuilder<>), Passes = ["Create", "SetStateMachine"])]
internal static class MethodBuilderModel
{
    [Before]
    public static void Start<[Self] TBuilder, TStateMachine>(ref TBuilder self, ref TStateMachine machine)
        where TBuilder : struct
        where TStateMachine : IAsyncStateMachine => AsyncInvocations.Start(ref machine);

    [After]
    public static TTask get_Task<TTask>(TTask task) => ValueTasks.Known(task);
}
