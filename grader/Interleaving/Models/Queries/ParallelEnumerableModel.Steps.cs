using Interleaving.Scheduling;

namespace Interleaving.Models.Queries;

/// <content>Steps of a query.</content>
internal static partial class ParallelEnumerableModel
{
    public static ParallelQuery<TResult> Select<TSource, TResult>(ParallelQuery<TSource> source, Func<TSource, TResult> selector) =>
        Operation.Current is null
            ? source.Select(selector)
            : Each<TSource, TResult>(source, (item, index, next) => next(selector(item), index), selector);

    public static ParallelQuery<TResult> Select<TSource, TResult>(
        ParallelQuery<TSource> source, Func<TSource, int, TResult> selector) =>
        Operation.Current is null
            ? source.Select(selector)
            : Each<TSource, TResult>(source, (item, index, next) => next(selector(item, (int)index), index), selector);

    public static ParallelQuery<T> Where<T>(ParallelQuery<T> source, Func<T, bool> predicate) =>
        Operation.Current is null ? source.Where(predicate) : Each<T, T>(source, (item, index, next) =>
        {
            if (predicate(item))
                next(item, index);
        }, predicate);

    public static ParallelQuery<T> Where<T>(ParallelQuery<T> source, Func<T, int, bool> predicate) =>
        Operation.Current is null ? source.Where(predicate) : Each<T, T>(source, (item, index, next) =>
        {
            if (predicate(item, (int)index))
                next(item, index);
        }, predicate);

    public static ParallelQuery<TResult> SelectMany<TSource, TResult>(
        ParallelQuery<TSource> source, Func<TSource, IEnumerable<TResult>> selector) =>
        Operation.Current is null ? source.SelectMany(selector) : Each<TSource, TResult>(source, (item, index, next) =>
        {
            foreach (var part in selector(item))
                next(part, index);
        }, selector);

    public static ParallelQuery<TResult> SelectMany<TSource, TCollection, TResult>(
        ParallelQuery<TSource> source,
        Func<TSource, IEnumerable<TCollection>> collectionSelector,
        Func<TSource, TCollection, TResult> resultSelector) =>
        Operation.Current is null
            ? source.SelectMany(collectionSelector, resultSelector)
            : Each<TSource, TResult>(source, (item, index, next) =>
            {
                foreach (var part in collectionSelector(item))
                    next(resultSelector(item, part), index);
            }, collectionSelector);

    public static ParallelQuery<T> Distinct<T>(ParallelQuery<T> source) =>
        Operation.Current is null ? source.Distinct() : Whole(source, static items => items.Distinct());

    public static ParallelQuery<T> Reverse<T>(ParallelQuery<T> source) =>
        Operation.Current is null ? source.Reverse() : Whole(source, static items => items.Reverse());

    public static ParallelQuery<T> Take<T>(ParallelQuery<T> source, int count) =>
        Operation.Current is null ? source.Take(count) : Whole(source, items => items.Take(count));

    public static ParallelQuery<T> Skip<T>(ParallelQuery<T> source, int count) =>
        Operation.Current is null ? source.Skip(count) : Whole(source, items => items.Skip(count));

    public static ParallelQuery<T> Concat<T>(ParallelQuery<T> first, ParallelQuery<T> second) =>
        Operation.Current is null ? first.Concat(second) : Whole(first, items => items.Concat(Items(second)));

    public static ParallelQuery<T> Union<T>(ParallelQuery<T> first, ParallelQuery<T> second) =>
        Operation.Current is null ? first.Union(second) : Whole(first, items => items.Union(Items(second)));

    public static ParallelQuery<T> Except<T>(ParallelQuery<T> first, ParallelQuery<T> second) =>
        Operation.Current is null ? first.Except(second) : Whole(first, items => items.Except(Items(second)));

    public static ParallelQuery<T> Intersect<T>(ParallelQuery<T> first, ParallelQuery<T> second) =>
        Operation.Current is null ? first.Intersect(second) : Whole(first, items => items.Intersect(Items(second)));

    public static ParallelQuery<TResult> Zip<TFirst, TSecond, TResult>(
        ParallelQuery<TFirst> first, ParallelQuery<TSecond> second, Func<TFirst, TSecond, TResult> resultSelector) =>
        Operation.Current is null
            ? first.Zip(second, resultSelector)
            : Whole(first, items => items.Zip(Items(second), resultSelector));

    public static ParallelQuery<TResult> Join<TOuter, TInner, TKey, TResult>(
        ParallelQuery<TOuter> outer,
        ParallelQuery<TInner> inner,
        Func<TOuter, TKey> outerKeySelector,
        Func<TInner, TKey> innerKeySelector,
        Func<TOuter, TInner, TResult> resultSelector) =>
        Operation.Current is null
            ? outer.Join(inner, outerKeySelector, innerKeySelector, resultSelector)
            : Whole(outer, items => items.Join(Items(inner), outerKeySelector, innerKeySelector, resultSelector));

    private static ParallelQuery<TResult> Each<TSource, TResult>(
        ParallelQuery<TSource> source, Action<TSource, long, Action<TResult, long>> step, Delegate given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return Handles.For(Handles.Of(source).Each(step));
    }

    private static ParallelQuery<TResult> Whole<TSource, TResult>(
        ParallelQuery<TSource> source, Func<IEnumerable<TSource>, IEnumerable<TResult>> step) =>
        Handles.For(Handles.Of(source).Whole(step));
}
