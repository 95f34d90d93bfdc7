using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

[Models(typeof(ParallelLoopState))]
internal static class ParallelLoopStateModel
{
    public static void Stop(ParallelLoopState self)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).Loop.Stop(operation);
        else
            self.Stop();
    }

    public static void Break(ParallelLoopState self)
    {
        if (Operation.Current is not { } operation)
        {
            self.Break();
            return;
        }

        var state = Of(operation, self);
        state.Loop.Break(operation, state.Index);
    }

    public static bool get_IsStopped(ParallelLoopState self) =>
        Operation.Current is { } operation ? Look(operation, self).Loop.IsStopped : self.IsStopped;

    public static bool get_IsExceptional(ParallelLoopState self) =>
        Operation.Current is { } operation ? Look(operation, self).Loop.IsExceptional : self.IsExceptional;

    public static long? get_LowestBreakIteration(ParallelLoopState self) =>
        Operation.Current is { } operation ? Look(operation, self).Loop.LowestBreak : self.LowestBreakIteration;

    public static bool get_ShouldExitCurrentIteration(ParallelLoopState self)
    {
        if (Operation.Current is not { } operation)
            return self.ShouldExitCurrentIteration;
        var state = Look(operation, self);
        return state.Loop.ShouldExit(state.Index);
    }

    private static LoopState Of(Operation operation, ParallelLoopState self) =>
        operation.State<LoopState>(self, static _ => throw new InvalidOperationException("Not the state of a running loop."));

    private static LoopState Look(Operation operation, ParallelLoopState self)
    {
        var state = Of(operation, self);
        operation.Arrive(state.Loop, StepKind.Read);
        return state;
    }
}
