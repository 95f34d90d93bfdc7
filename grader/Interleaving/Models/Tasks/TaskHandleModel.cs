using Interleaving.Models.Events;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>A task as the older pattern sees it: with a handle that is set when it has ended.</summary>
[Models(typeof(IAsyncResult), Passes = ["get_AsyncState", "get_CompletedSynchronously"])]
internal static class TaskHandleModel
{
    public static bool get_IsCompleted(IAsyncResult self) => self is Task task ? TaskModel.get_IsCompleted(task) : self.IsCompleted;

    public static WaitHandle get_AsyncWaitHandle(IAsyncResult self)
    {
        if (Operation.Current is not { } operation || self is not Task task)
            return self.AsyncWaitHandle;
        var state = TaskSync.Of(operation.Execution, task);
        if (state.Handle is { } known)
            return known;
        var handle = state.Handle = EventWaitHandleModel.New(task.IsCompleted, EventResetMode.ManualReset);
        if (task.IsCompleted)
            EventHandleState.Of(operation, handle).Clock.Join(state.Clock);
        else
            TaskSync.OnCompleted(operation.Execution, task, _ => EventWaitHandleModel.Set(handle));
        return handle;
    }
}
