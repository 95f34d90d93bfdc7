using System.Threading.Tasks.Sources;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>What async iterators complete their promises with.</summary>
[Models(typeof(ManualResetValueTaskSourceCore<>), Passes =
[
    "Reset", "OnCompleted", "GetStatus", "GetResult", "get_Version", "get_RunContinuationsAsynchronously", "set_RunContinuationsAsynchronously",
])]
internal static class ValueTaskSourceModel
{
    public static void SetResult<T>(ref ManualResetValueTaskSourceCore<T> self, T result)
    {
        Publish();
        self.SetResult(result);
    }

    public static void SetException<T>(ref ManualResetValueTaskSourceCore<T> self, Exception error)
    {
        Publish();
        self.SetException(error);
    }

    private static void Publish()
    {
        if (Operation.Current is { } operation)
            ValueTasks.Sources(operation.Execution).Release(operation);
    }
}
