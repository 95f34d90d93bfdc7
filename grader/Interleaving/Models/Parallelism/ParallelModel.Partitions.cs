using System.Collections.Concurrent;
using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <content>Parallel.ForEach over partitioners, in all its shapes.</content>
internal static partial class ParallelModel
{
    public static ParallelLoopResult ForEach<TSource>(
        Partitioner<TSource> source, Action<TSource> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, null).Run(
                operation, new PartitionSource<TSource>(source), null, Each(body), null)
            : Parallel.ForEach(source, body);

    public static ParallelLoopResult ForEach<TSource>(
        Partitioner<TSource> source, Action<TSource, ParallelLoopState> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, null).Run(
                operation, new PartitionSource<TSource>(source), null, Each(body), null)
            : Parallel.ForEach(source, body);

    public static ParallelLoopResult ForEach<TSource>(
        OrderablePartitioner<TSource> source, Action<TSource, ParallelLoopState, long> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, null).Run(
                operation, new PartitionSource<TSource>(source), null, Each(body), null)
            : Parallel.ForEach(source, body);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        Partitioner<TSource> source,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, null).Run(
                operation, new PartitionSource<TSource>(source), localInit, (item, state, _, local) => body(item, state, local), localFinally)
            : Parallel.ForEach(source, localInit, body, localFinally);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        OrderablePartitioner<TSource> source,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, long, TLocal, TLocal> body,
        Action<TLocal> localFinally) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, null).Run(
                operation, new PartitionSource<TSource>(source), localInit, body, localFinally)
            : Parallel.ForEach(source, localInit, body, localFinally);

    public static ParallelLoopResult ForEach<TSource>(
        Partitioner<TSource> source, ParallelOptions parallelOptions, Action<TSource> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, parallelOptions).Run(
                operation, new PartitionSource<TSource>(source), null, Each(body), null)
            : Parallel.ForEach(source, parallelOptions, body);

    public static ParallelLoopResult ForEach<TSource>(
        Partitioner<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, parallelOptions).Run(
                operation, new PartitionSource<TSource>(source), null, Each(body), null)
            : Parallel.ForEach(source, parallelOptions, body);

    public static ParallelLoopResult ForEach<TSource>(
        OrderablePartitioner<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState, long> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, parallelOptions).Run(
                operation, new PartitionSource<TSource>(source), null, Each(body), null)
            : Parallel.ForEach(source, parallelOptions, body);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        Partitioner<TSource> source,
        ParallelOptions parallelOptions,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, parallelOptions).Run(
                operation, new PartitionSource<TSource>(source), localInit, (item, state, _, local) => body(item, state, local), localFinally)
            : Parallel.ForEach(source, parallelOptions, localInit, body, localFinally);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        OrderablePartitioner<TSource> source,
        ParallelOptions parallelOptions,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, long, TLocal, TLocal> body,
        Action<TLocal> localFinally) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, parallelOptions).Run(
                operation, new PartitionSource<TSource>(source), localInit, body, localFinally)
            : Parallel.ForEach(source, parallelOptions, localInit, body, localFinally);
}
