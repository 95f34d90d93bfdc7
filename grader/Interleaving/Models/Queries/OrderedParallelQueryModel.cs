using Interleaving.Scheduling;

namespace Interleaving.Models.Queries;

/// <summary>What <c>foreach</c> calls over a sorted query.</summary>
[Models(typeof(OrderedParallelQuery<>))]
internal static class OrderedParallelQueryModel
{
    public static IEnumerator<T> GetEnumerator<T>(OrderedParallelQuery<T> self) =>
        Operation.Current is null ? self.GetEnumerator() : Handles.Of(self).GetEnumerator();
}
