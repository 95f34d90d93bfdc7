using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <summary>What a worker's ParallelLoopState stands for. The platform's object has no public constructor and is never used itself.</summary>
internal sealed class LoopState(ParallelLoop loop)
{
    public ParallelLoop Loop => loop;

    /// <summary>The index of the iteration that the worker is in.</summary>
    public long Index { get; set; }

    public static ParallelLoopState Make(Execution execution, ParallelLoop loop, out LoopState state)
    {
        var made = (ParallelLoopState)RuntimeHelpers.GetUninitializedObject(typeof(ParallelLoopState));
        state = execution.State(made, _ => new LoopState(loop));
        return made;
    }
}
