using Interleaving.Scheduling;

namespace Interleaving.Models.Queries;

/// <content>The same steps with a comparer, and joins. Comparers are called by one operation after the other.</content>
internal static partial class ParallelEnumerableModel
{
    public static OrderedParallelQuery<TSource> OrderByDescending<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer) =>
        Operation.Current is null
            ? source.OrderByDescending(keySelector, comparer)
            : Handles.Sorted(Handles.Of(source), items => items.OrderByDescending(keySelector, comparer));

    public static OrderedParallelQuery<TSource> ThenBy<TSource, TKey>(
        OrderedParallelQuery<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer) =>
        Operation.Current is null
            ? source.ThenBy(keySelector, comparer)
            : Handles.Further(source, items => items.ThenBy(keySelector, comparer));

    public static OrderedParallelQuery<TSource> ThenByDescending<TSource, TKey>(
        OrderedParallelQuery<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer) =>
        Operation.Current is null
            ? source.ThenByDescending(keySelector, comparer)
            : Handles.Further(source, items => items.ThenByDescending(keySelector, comparer));

    public static ParallelQuery<IGrouping<TKey, TSource>> GroupBy<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer) =>
        Operation.Current is null
            ? source.GroupBy(keySelector, comparer)
            : Whole(Keyed(source, keySelector), pairs => pairs.GroupBy(static pair => pair.Key, static pair => pair.Item, comparer));

    public static ParallelQuery<TResult> GroupBy<TSource, TKey, TElement, TResult>(
        ParallelQuery<TSource> source,
        Func<TSource, TKey> keySelector,
        Func<TSource, TElement> elementSelector,
        Func<TKey, IEnumerable<TElement>, TResult> resultSelector) =>
        Operation.Current is null
            ? source.GroupBy(keySelector, elementSelector, resultSelector)
            : Select(GroupBy(source, keySelector, elementSelector), group => resultSelector(group.Key, group));

    public static Dictionary<TKey, TSource> ToDictionary<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer)
        where TKey : notnull =>
        Operation.Current is null
            ? source.ToDictionary(keySelector, comparer)
            : Items(Keyed(source, keySelector)).ToDictionary(static pair => pair.Key, static pair => pair.Item, comparer);

    public static ILookup<TKey, TSource> ToLookup<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer)
        where TKey : notnull =>
        Operation.Current is null
            ? source.ToLookup(keySelector, comparer)
            : Items(Keyed(source, keySelector)).ToLookup(static pair => pair.Key, static pair => pair.Item, comparer);

    public static ILookup<TKey, TElement> ToLookup<TSource, TKey, TElement>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector)
        where TKey : notnull =>
        Operation.Current is null
            ? source.ToLookup(keySelector, elementSelector)
            : Items(Select(source, item => (Key: keySelector(item), Item: elementSelector(item))))
                .ToLookup(static pair => pair.Key, static pair => pair.Item);

    public static ParallelQuery<TResult> Join<TOuter, TInner, TKey, TResult>(
        ParallelQuery<TOuter> outer,
        ParallelQuery<TInner> inner,
        Func<TOuter, TKey> outerKeySelector,
        Func<TInner, TKey> innerKeySelector,
        Func<TOuter, TInner, TResult> resultSelector,
        IEqualityComparer<TKey>? comparer) =>
        Operation.Current is null
            ? outer.Join(inner, outerKeySelector, innerKeySelector, resultSelector, comparer)
            : Whole(outer, items => items.Join(Items(inner), outerKeySelector, innerKeySelector, resultSelector, comparer));

    public static ParallelQuery<TResult> GroupJoin<TOuter, TInner, TKey, TResult>(
        ParallelQuery<TOuter> outer,
        ParallelQuery<TInner> inner,
        Func<TOuter, TKey> outerKeySelector,
        Func<TInner, TKey> innerKeySelector,
        Func<TOuter, IEnumerable<TInner>, TResult> resultSelector) =>
        Operation.Current is null
            ? outer.GroupJoin(inner, outerKeySelector, innerKeySelector, resultSelector)
            : Whole(outer, items => items.GroupJoin(Items(inner), outerKeySelector, innerKeySelector, resultSelector));
}
