using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <content>Parallel.ForEach over sequences, in all its shapes.</content>
internal static partial class ParallelModel
{
    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source, Action<TSource> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, null).Run(
                operation, Source(source), null, Each(body), null)
            : Parallel.ForEach(source, body);

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source, Action<TSource, ParallelLoopState> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, null).Run(
                operation, Source(source), null, Each(body), null)
            : Parallel.ForEach(source, body);

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source, Action<TSource, ParallelLoopState, long> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, null).Run(
                operation, Source(source), null, Each(body), null)
            : Parallel.ForEach(source, body);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, null).Run(
                operation, Source(source), localInit, (item, state, _, local) => body(item, state, local), localFinally)
            : Parallel.ForEach(source, localInit, body, localFinally);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, long, TLocal, TLocal> body,
        Action<TLocal> localFinally) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, null).Run(
                operation, Source(source), localInit, body, localFinally)
            : Parallel.ForEach(source, localInit, body, localFinally);

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, parallelOptions).Run(
                operation, Source(source), null, Each(body), null)
            : Parallel.ForEach(source, parallelOptions, body);

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, parallelOptions).Run(
                operation, Source(source), null, Each(body), null)
            : Parallel.ForEach(source, parallelOptions, body);

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState, long> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, parallelOptions).Run(
                operation, Source(source), null, Each(body), null)
            : Parallel.ForEach(source, parallelOptions, body);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source,
        ParallelOptions parallelOptions,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, parallelOptions).Run(
                operation, Source(source), localInit, (item, state, _, local) => body(item, state, local), localFinally)
            : Parallel.ForEach(source, parallelOptions, localInit, body, localFinally);

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source,
        ParallelOptions parallelOptions,
        Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, long, TLocal, TLocal> body,
        Action<TLocal> localFinally) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForEachName, parallelOptions).Run(
                operation, Source(source), localInit, body, localFinally)
            : Parallel.ForEach(source, parallelOptions, localInit, body, localFinally);
}
