using Interleaving.Scheduling;

namespace Interleaving.Models.Queries;

/// <summary>What <c>foreach</c> calls.</summary>
[Models(typeof(ParallelQuery<>))]
internal static class ParallelQueryModel
{
    public static IEnumerator<T> GetEnumerator<T>(ParallelQuery<T> self) =>
        Operation.Current is null ? self.GetEnumerator() : Handles.Of(self).GetEnumerator();
}
