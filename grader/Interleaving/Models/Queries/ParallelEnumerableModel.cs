using System.Collections.Concurrent;
using Interleaving.Models.Parallelism;
using Interleaving.Scheduling;

namespace Interleaving.Models.Queries;

/// <summary>Parallel queries: each worker is an operation, and takes its part of the source through all steps of the query.</summary>
[Models(typeof(ParallelEnumerable))]
internal static partial class ParallelEnumerableModel
{
    public static ParallelQuery<T> AsParallel<T>(IEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Operation.Current is null || source is ParallelQuery<T> ? source.AsParallel() : Root(() => Source(source));
    }

    public static ParallelQuery<T> AsParallel<T>(Partitioner<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Operation.Current is null ? source.AsParallel() : Root(() => new PartitionSource<T>(source));
    }

    public static ParallelQuery<int> Range(int start, int count) => Operation.Current is null
        ? ParallelEnumerable.Range(start, count)
        : AsParallel<int>([.. Enumerable.Range(start, count)]);

    public static ParallelQuery<T> Repeat<T>(T element, int count) => Operation.Current is null
        ? ParallelEnumerable.Repeat(element, count)
        : AsParallel<T>([.. Enumerable.Repeat(element, count)]);

    public static ParallelQuery<T> Empty<T>() => Operation.Current is null ? ParallelEnumerable.Empty<T>() : AsParallel<T>([]);

    public static ParallelQuery<T> AsOrdered<T>(ParallelQuery<T> source) => Operation.Current is null
        ? source.AsOrdered()
        : Told(source, static settings => settings with { IsOrdered = true });

    public static ParallelQuery<T> AsUnordered<T>(ParallelQuery<T> source) => Operation.Current is null
        ? source.AsUnordered()
        : Told(source, static settings => settings with { IsOrdered = false });

    /// <exception cref="ArgumentOutOfRangeException">Not between 1 and 512.</exception>
    public static ParallelQuery<T> WithDegreeOfParallelism<T>(ParallelQuery<T> source, int degreeOfParallelism)
    {
        if (Operation.Current is null)
            return source.WithDegreeOfParallelism(degreeOfParallelism);
        ArgumentOutOfRangeException.ThrowIfLessThan(degreeOfParallelism, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degreeOfParallelism, 512);
        return Told(source, settings => settings with { Degree = degreeOfParallelism });
    }

    public static ParallelQuery<T> WithCancellation<T>(ParallelQuery<T> source, CancellationToken cancellationToken) =>
        Operation.Current is null
            ? source.WithCancellation(cancellationToken)
            : Told(source, settings => settings with { Token = cancellationToken });

    /// <summary>Every query runs in parallel here, in either mode.</summary>
    public static ParallelQuery<T> WithExecutionMode<T>(ParallelQuery<T> source, ParallelExecutionMode executionMode) =>
        Operation.Current is null ? source.WithExecutionMode(executionMode) : source;

    /// <summary>Results are handed over one by one, which is one of the ways of every option.</summary>
    public static ParallelQuery<T> WithMergeOptions<T>(ParallelQuery<T> source, ParallelMergeOptions mergeOptions) =>
        Operation.Current is null ? source.WithMergeOptions(mergeOptions) : source;

    public static IEnumerable<T> AsSequential<T>(ParallelQuery<T> source) =>
        Operation.Current is null ? source.AsSequential() : Handles.Of(source);

    public static IEnumerable<T> AsEnumerable<T>(ParallelQuery<T> source) => AsSequential(source);

    private static ParallelQuery<T> Root<T>(Func<ILoopSource<T>> source) =>
        Handles.For(Query<T>.From(source, new QuerySettings()));

    private static ILoopSource<T> Source<T>(IEnumerable<T> source) =>
        source is IList<T> list ? new RangeSource<T>(list) : new EnumerableSource<T>(source);

    private static ParallelQuery<T> Told<T>(ParallelQuery<T> source, Func<QuerySettings, QuerySettings> change)
    {
        var query = Handles.Of(source);
        return Handles.For(query.With(change(query.Settings)));
    }

    private static List<T> Items<T>(ParallelQuery<T> source) => Handles.Of(source).Items(Operation.Current!);
}
