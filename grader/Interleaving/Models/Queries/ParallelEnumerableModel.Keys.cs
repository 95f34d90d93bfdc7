using Interleaving.Scheduling;

namespace Interleaving.Models.Queries;

/// <content>Steps that go by keys. The workers find the keys to group by; those to sort by are asked for one after the other.</content>
internal static partial class ParallelEnumerableModel
{
    public static OrderedParallelQuery<TSource> OrderBy<TSource, TKey>(ParallelQuery<TSource> source, Func<TSource, TKey> keySelector) =>
        Operation.Current is null
            ? source.OrderBy(keySelector)
            : Handles.Sorted(Handles.Of(source), items => items.OrderBy(keySelector));

    public static OrderedParallelQuery<TSource> OrderBy<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer) =>
        Operation.Current is null
            ? source.OrderBy(keySelector, comparer)
            : Handles.Sorted(Handles.Of(source), items => items.OrderBy(keySelector, comparer));

    public static OrderedParallelQuery<TSource> OrderByDescending<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector) =>
        Operation.Current is null
            ? source.OrderByDescending(keySelector)
            : Handles.Sorted(Handles.Of(source), items => items.OrderByDescending(keySelector));

    public static OrderedParallelQuery<TSource> ThenBy<TSource, TKey>(
        OrderedParallelQuery<TSource> source, Func<TSource, TKey> keySelector) =>
        Operation.Current is null
            ? source.ThenBy(keySelector)
            : Handles.Further(source, items => items.ThenBy(keySelector));

    public static OrderedParallelQuery<TSource> ThenByDescending<TSource, TKey>(
        OrderedParallelQuery<TSource> source, Func<TSource, TKey> keySelector) =>
        Operation.Current is null
            ? source.ThenByDescending(keySelector)
            : Handles.Further(source, items => items.ThenByDescending(keySelector));

    public static ParallelQuery<IGrouping<TKey, TSource>> GroupBy<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector) =>
        Operation.Current is null
            ? source.GroupBy(keySelector)
            : Whole(Keyed(source, keySelector), static pairs => pairs.GroupBy(static pair => pair.Key, static pair => pair.Item));

    public static ParallelQuery<IGrouping<TKey, TElement>> GroupBy<TSource, TKey, TElement>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector) =>
        Operation.Current is null
            ? source.GroupBy(keySelector, elementSelector)
            : Whole(
                Select(source, item => (Key: keySelector(item), Item: elementSelector(item))),
                static pairs => pairs.GroupBy(static pair => pair.Key, static pair => pair.Item));

    public static ParallelQuery<TResult> GroupBy<TSource, TKey, TResult>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TKey, IEnumerable<TSource>, TResult> resultSelector) =>
        Operation.Current is null
            ? source.GroupBy(keySelector, resultSelector)
            : Select(GroupBy(source, keySelector), group => resultSelector(group.Key, group));

    public static Dictionary<TKey, TSource> ToDictionary<TSource, TKey>(ParallelQuery<TSource> source, Func<TSource, TKey> keySelector)
        where TKey : notnull =>
        Operation.Current is null
            ? source.ToDictionary(keySelector)
            : Items(Keyed(source, keySelector)).ToDictionary(static pair => pair.Key, static pair => pair.Item);

    public static Dictionary<TKey, TElement> ToDictionary<TSource, TKey, TElement>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector)
        where TKey : notnull =>
        Operation.Current is null
            ? source.ToDictionary(keySelector, elementSelector)
            : Items(Select(source, item => (Key: keySelector(item), Item: elementSelector(item))))
                .ToDictionary(static pair => pair.Key, static pair => pair.Item);

    public static ILookup<TKey, TSource> ToLookup<TSource, TKey>(ParallelQuery<TSource> source, Func<TSource, TKey> keySelector)
        where TKey : notnull =>
        Operation.Current is null
            ? source.ToLookup(keySelector)
            : Items(Keyed(source, keySelector)).ToLookup(static pair => pair.Key, static pair => pair.Item);

    private static ParallelQuery<(TKey Key, TSource Item)> Keyed<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector) =>
        Select(source, item => (keySelector(item), item));
}
