using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <content>Parallel.For, in all its shapes.</content>
internal static partial class ParallelModel
{
    public static ParallelLoopResult For(
        int fromInclusive, int toExclusive, Action<int> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForName, null).Run(
                operation, new IndexSource(fromInclusive, toExclusive), null, Each<long>(i => body((int)i)), null)
            : Parallel.For(fromInclusive, toExclusive, body);

    public static ParallelLoopResult For(
        int fromInclusive, int toExclusive, Action<int, ParallelLoopState> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForName, null).Run(
                operation, new IndexSource(fromInclusive, toExclusive), null, Each<long>((i, state) => body((int)i, state)), null)
            : Parallel.For(fromInclusive, toExclusive, body);

    public static ParallelLoopResult For<TLocal>(
        int fromInclusive,
        int toExclusive,
        Func<TLocal> localInit,
        Func<int, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForName, null).Run(
                operation, new IndexSource(fromInclusive, toExclusive), localInit, (i, state, _, local) => body((int)i, state, local), localFinally)
            : Parallel.For(fromInclusive, toExclusive, localInit, body, localFinally);

    public static ParallelLoopResult For(
        int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForName, parallelOptions).Run(
                operation, new IndexSource(fromInclusive, toExclusive), null, Each<long>(i => body((int)i)), null)
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, body);

    public static ParallelLoopResult For(
        int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int, ParallelLoopState> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForName, parallelOptions).Run(
                operation, new IndexSource(fromInclusive, toExclusive), null, Each<long>((i, state) => body((int)i, state)), null)
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, body);

    public static ParallelLoopResult For<TLocal>(
        int fromInclusive,
        int toExclusive,
        ParallelOptions parallelOptions,
        Func<TLocal> localInit,
        Func<int, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForName, parallelOptions).Run(
                operation, new IndexSource(fromInclusive, toExclusive), localInit, (i, state, _, local) => body((int)i, state, local), localFinally)
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, localInit, body, localFinally);

    public static ParallelLoopResult For(
        long fromInclusive, long toExclusive, Action<long> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForName, null).Run(
                operation, new IndexSource(fromInclusive, toExclusive), null, Each<long>(i => body(i)), null)
            : Parallel.For(fromInclusive, toExclusive, body);

    public static ParallelLoopResult For(
        long fromInclusive, long toExclusive, Action<long, ParallelLoopState> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForName, null).Run(
                operation, new IndexSource(fromInclusive, toExclusive), null, Each<long>((i, state) => body(i, state)), null)
            : Parallel.For(fromInclusive, toExclusive, body);

    public static ParallelLoopResult For<TLocal>(
        long fromInclusive,
        long toExclusive,
        Func<TLocal> localInit,
        Func<long, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForName, null).Run(
                operation, new IndexSource(fromInclusive, toExclusive), localInit, (i, state, _, local) => body(i, state, local), localFinally)
            : Parallel.For(fromInclusive, toExclusive, localInit, body, localFinally);

    public static ParallelLoopResult For(
        long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Action<long> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForName, parallelOptions).Run(
                operation, new IndexSource(fromInclusive, toExclusive), null, Each<long>(i => body(i)), null)
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, body);

    public static ParallelLoopResult For(
        long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Action<long, ParallelLoopState> body) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForName, parallelOptions).Run(
                operation, new IndexSource(fromInclusive, toExclusive), null, Each<long>((i, state) => body(i, state)), null)
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, body);

    public static ParallelLoopResult For<TLocal>(
        long fromInclusive,
        long toExclusive,
        ParallelOptions parallelOptions,
        Func<TLocal> localInit,
        Func<long, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally) =>
        Operation.Current is { } operation
            ? new ParallelLoop(ForName, parallelOptions).Run(
                operation, new IndexSource(fromInclusive, toExclusive), localInit, (i, state, _, local) => body(i, state, local), localFinally)
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, localInit, body, localFinally);
}
