using System.Numerics;
using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <content>Parallel.ForEachAsync and Parallel.ForAsync.</content>
internal static partial class ParallelModel
{
    public static Task ForEachAsync<TSource>(
        IEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask> body) =>
        Operation.Current is { } operation
            ? AsyncLoop<TSource>.Run(
                operation, new SyncItems<TSource>(source), -1, default, body)
            : Parallel.ForEachAsync(source, body);

    public static Task ForEachAsync<TSource>(
        IEnumerable<TSource> source, CancellationToken cancellationToken, Func<TSource, CancellationToken, ValueTask> body) =>
        Operation.Current is { } operation
            ? AsyncLoop<TSource>.Run(
                operation, new SyncItems<TSource>(source), -1, cancellationToken, body)
            : Parallel.ForEachAsync(source, cancellationToken, body);

    public static Task ForEachAsync<TSource>(
        IEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TSource, CancellationToken, ValueTask> body) =>
        Operation.Current is { } operation
            ? AsyncLoop<TSource>.Run(
                operation, new SyncItems<TSource>(source), parallelOptions.MaxDegreeOfParallelism, parallelOptions.CancellationToken, body)
            : Parallel.ForEachAsync(source, parallelOptions, body);

    public static Task ForEachAsync<TSource>(
        IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask> body) =>
        Operation.Current is { } operation
            ? AsyncLoop<TSource>.Run(
                operation, new AsyncItems<TSource>(source), -1, default, body)
            : Parallel.ForEachAsync(source, body);

    public static Task ForEachAsync<TSource>(
        IAsyncEnumerable<TSource> source, CancellationToken cancellationToken, Func<TSource, CancellationToken, ValueTask> body) =>
        Operation.Current is { } operation
            ? AsyncLoop<TSource>.Run(
                operation, new AsyncItems<TSource>(source), -1, cancellationToken, body)
            : Parallel.ForEachAsync(source, cancellationToken, body);

    public static Task ForEachAsync<TSource>(
        IAsyncEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TSource, CancellationToken, ValueTask> body) =>
        Operation.Current is { } operation
            ? AsyncLoop<TSource>.Run(
                operation, new AsyncItems<TSource>(source), parallelOptions.MaxDegreeOfParallelism, parallelOptions.CancellationToken, body)
            : Parallel.ForEachAsync(source, parallelOptions, body);

    public static Task ForAsync<T>(
        T fromInclusive, T toExclusive, Func<T, CancellationToken, ValueTask> body)
        where T : notnull, IBinaryInteger<T> =>
        Operation.Current is { } operation
            ? AsyncLoop<T>.Run(
                operation, new SyncItems<T>(Numbers(fromInclusive, toExclusive)), -1, default, body)
            : Parallel.ForAsync(fromInclusive, toExclusive, body);

    public static Task ForAsync<T>(
        T fromInclusive, T toExclusive, CancellationToken cancellationToken, Func<T, CancellationToken, ValueTask> body)
        where T : notnull, IBinaryInteger<T> =>
        Operation.Current is { } operation
            ? AsyncLoop<T>.Run(
                operation, new SyncItems<T>(Numbers(fromInclusive, toExclusive)), -1, cancellationToken, body)
            : Parallel.ForAsync(fromInclusive, toExclusive, cancellationToken, body);

    public static Task ForAsync<T>(
        T fromInclusive, T toExclusive, ParallelOptions parallelOptions, Func<T, CancellationToken, ValueTask> body)
        where T : notnull, IBinaryInteger<T> =>
        Operation.Current is { } operation
            ? AsyncLoop<T>.Run(
                operation, new SyncItems<T>(Numbers(fromInclusive, toExclusive)), parallelOptions.MaxDegreeOfParallelism, parallelOptions.CancellationToken, body)
            : Parallel.ForAsync(fromInclusive, toExclusive, parallelOptions, body);

    private static IEnumerable<T> Numbers<T>(T from, T to)
        where T : notnull, IBinaryInteger<T>
    {
        for (var i = from; i < to; i++)
            yield return i;
    }
}
