using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <summary>The workers of a parallel loop are operations; a scheduler of the program's own would have to start them.</summary>
[Models(typeof(ParallelOptions), Passes = ["*"])]
internal static class ParallelOptionsModel
{
    public static void set_TaskScheduler(ParallelOptions self, TaskScheduler? value)
    {
        if (Operation.Current is not null)
            TaskModel.RefuseScheduler(value, "in ParallelOptions");
        self.TaskScheduler = value;
    }
}
