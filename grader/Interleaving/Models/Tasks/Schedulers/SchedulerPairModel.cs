using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks.Schedulers;

/// <summary>Two schedulers like the two sides of a reader-writer lock. Only the default scheduler can lie beneath.</summary>
[Models(typeof(ConcurrentExclusiveSchedulerPair))]
internal static class SchedulerPairModel
{
    public static ConcurrentExclusiveSchedulerPair New() => Made(new ConcurrentExclusiveSchedulerPair(), -1);

    public static ConcurrentExclusiveSchedulerPair New(TaskScheduler taskScheduler) => New(taskScheduler, -1);

    public static ConcurrentExclusiveSchedulerPair New(TaskScheduler taskScheduler, int maxConcurrencyLevel)
    {
        if (Operation.Current is not null)
            TaskModel.RefuseScheduler(taskScheduler, "beneath a ConcurrentExclusiveSchedulerPair");
        return Made(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, maxConcurrencyLevel), maxConcurrencyLevel);
    }

    public static TaskScheduler get_ExclusiveScheduler(ConcurrentExclusiveSchedulerPair self) =>
        Operation.Current is { } operation ? Of(operation, self).Exclusive : self.ExclusiveScheduler;

    public static TaskScheduler get_ConcurrentScheduler(ConcurrentExclusiveSchedulerPair self) =>
        Operation.Current is { } operation ? Of(operation, self).Concurrent : self.ConcurrentScheduler;

    public static Task get_Completion(ConcurrentExclusiveSchedulerPair self) =>
        Operation.Current is { } operation ? Of(operation, self).Completion : self.Completion;

    public static void Complete(ConcurrentExclusiveSchedulerPair self)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).Complete();
        else
            self.Complete();
    }

    private static ConcurrentExclusiveSchedulerPair Made(ConcurrentExclusiveSchedulerPair pair, int most)
    {
        if (Operation.Current is { } operation)
            operation.Execution.State(pair, _ => new PairState(operation.Execution, most < 0 ? operation.Execution.Limits.Cores : most));
        return pair;
    }

    private static PairState Of(Operation operation, ConcurrentExclusiveSchedulerPair self) =>
        operation.State(self, _ => new PairState(operation.Execution, operation.Execution.Limits.Cores));
}
