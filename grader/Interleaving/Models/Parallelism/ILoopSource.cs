using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <summary>What a parallel loop goes over.</summary>
internal interface ILoopSource<T>
{
    /// <summary>More workers than this would have nothing to do.</summary>
    long Count { get; }

    /// <summary>Called once, before the workers start.</summary>
    void Divide(int workers);

    /// <summary>The items that one worker gets hold of, each with its index; every look for more is a yield point.</summary>
    IEnumerable<(T Item, long Index)> Take(Operation operation, int worker);
}
