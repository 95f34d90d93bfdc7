using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

[Models(typeof(AsyncValueTaskMethodBuilder), Passes = ["Create", "SetStateMachine"])]
internal static class AsyncValueTaskMethodBuilderModel
{
    public static void Start<TStateMachine>(ref AsyncValueTaskMethodBuilder self, ref TStateMachine machine)
        where TStateMachine : IAsyncStateMachine
    {
        AsyncStrand.Start(ref machine);
        self.Start(ref machine);
    }

    public static void AwaitOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncValueTaskMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        if (Operation.Current is not { } operation)
        {
            self.AwaitOnCompleted(ref awaiter, ref machine);
            return;
        }

        var strand = AsyncStrand.Current(operation);
        var controlled = new ControlledAwaiter<TAwaiter>(operation, awaiter, strand);
        self.AwaitOnCompleted(ref controlled, ref machine);
        AsyncStrand.Bind(operation, ref self, strand);
    }

    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncValueTaskMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        if (Operation.Current is not { } operation)
        {
            self.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
            return;
        }

        var strand = AsyncStrand.Current(operation);
        var controlled = new ControlledAwaiter<TAwaiter>(operation, awaiter, strand);
        self.AwaitUnsafeOnCompleted(ref controlled, ref machine);
        AsyncStrand.Bind(operation, ref self, strand);
    }

    public static void SetResult(ref AsyncValueTaskMethodBuilder self)
    {
        TaskSync.Completing(ref self);
        AsyncStrand.Return();
        self.SetResult();
    }

    public static void SetException(ref AsyncValueTaskMethodBuilder self, Exception exception)
    {
        TaskSync.Completing(ref self);
        AsyncStrand.Return();
        self.SetException(exception);
    }

    public static ValueTask get_Task(ref AsyncValueTaskMethodBuilder self)
    {
        var task = self.Task;
        ValueTasks.Known(task);
        return task;
    }
}
