using System.Collections.Concurrent;
using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <summary>Ranges without a size are cut by the number of cores: that of the exploration, not of the machine.</summary>
[Models(typeof(Partitioner), Passes = ["*"])]
internal static class PartitionerModel
{
    /// <summary>As the platform: three ranges for each core, so that a slow one does not hold up the rest.</summary>
    private const int RangesPerCore = 3;

    public static OrderablePartitioner<Tuple<int, int>> Create(int fromInclusive, int toExclusive) =>
        Operation.Current is { } operation && toExclusive > fromInclusive
            ? Partitioner.Create(
                fromInclusive, toExclusive, (int)Size(operation, (Int128)toExclusive - fromInclusive))
            : Partitioner.Create(fromInclusive, toExclusive);

    public static OrderablePartitioner<Tuple<long, long>> Create(long fromInclusive, long toExclusive) =>
        Operation.Current is { } operation && toExclusive > fromInclusive
            ? Partitioner.Create(fromInclusive, toExclusive, Size(operation, (Int128)toExclusive - fromInclusive))
            : Partitioner.Create(fromInclusive, toExclusive);

    private static long Size(Operation operation, Int128 length) =>
        (long)Int128.Max(1, length / (operation.Execution.Limits.Cores * RangesPerCore));
}
