using Interleaving.Scheduling;

namespace Interleaving.Models.Queries;

/// <content>Aggregate: with a way to put parts together, each worker has an accumulator of its own.</content>
internal static partial class ParallelEnumerableModel
{
    /// <summary>Each worker folds its items; the function puts the parts together as well, in the order in which they are done.</summary>
    public static T Aggregate<T>(ParallelQuery<T> source, Func<T, T, T> func)
    {
        if (Operation.Current is not { } operation)
            return source.Aggregate(func);
        var parts = new List<T>();
        Handles.Of(source).Run(operation, () =>
        {
            var (any, part) = (false, default(T)!);
            return new Sink<T>((item, _) => (any, part) = (true, any ? func(part, item) : item), () =>
            {
                if (any)
                    parts.Add(part);
            });
        });
        return parts.Count > 0 ? parts.Aggregate(func) : throw new InvalidOperationException("Sequence contains no elements");
    }

    public static TAccumulate Aggregate<T, TAccumulate>(
        ParallelQuery<T> source, TAccumulate seed, Func<TAccumulate, T, TAccumulate> func) =>
        Operation.Current is null ? source.Aggregate(seed, func) : Items(source).Aggregate(seed, func);

    public static TResult Aggregate<T, TAccumulate, TResult>(
        ParallelQuery<T> source, TAccumulate seed, Func<TAccumulate, T, TAccumulate> func, Func<TAccumulate, TResult> resultSelector) =>
        Operation.Current is null ? source.Aggregate(seed, func, resultSelector) : Items(source).Aggregate(seed, func, resultSelector);

    public static TResult Aggregate<T, TAccumulate, TResult>(
        ParallelQuery<T> source,
        TAccumulate seed,
        Func<TAccumulate, T, TAccumulate> updateAccumulatorFunc,
        Func<TAccumulate, TAccumulate, TAccumulate> combineAccumulatorsFunc,
        Func<TAccumulate, TResult> resultSelector) =>
        Operation.Current is { } operation
            ? Folded(operation, source, () => seed, updateAccumulatorFunc, combineAccumulatorsFunc, resultSelector)
            : source.Aggregate(seed, updateAccumulatorFunc, combineAccumulatorsFunc, resultSelector);

    public static TResult Aggregate<T, TAccumulate, TResult>(
        ParallelQuery<T> source,
        Func<TAccumulate> seedFactory,
        Func<TAccumulate, T, TAccumulate> updateAccumulatorFunc,
        Func<TAccumulate, TAccumulate, TAccumulate> combineAccumulatorsFunc,
        Func<TAccumulate, TResult> resultSelector) =>
        Operation.Current is { } operation
            ? Folded(operation, source, seedFactory, updateAccumulatorFunc, combineAccumulatorsFunc, resultSelector)
            : source.Aggregate(seedFactory, updateAccumulatorFunc, combineAccumulatorsFunc, resultSelector);

    private static TResult Folded<T, TAccumulate, TResult>(
        Operation operation,
        ParallelQuery<T> source,
        Func<TAccumulate> seed,
        Func<TAccumulate, T, TAccumulate> update,
        Func<TAccumulate, TAccumulate, TAccumulate> combine,
        Func<TAccumulate, TResult> result)
    {
        var parts = new List<TAccumulate>();
        Handles.Of(source).Run(operation, () =>
        {
            var part = seed();
            return new Sink<T>((item, _) => part = update(part, item), () => parts.Add(part));
        });
        return result(parts.Count > 0 ? parts.Aggregate(combine) : seed());
    }
}
