using Interleaving.Scheduling;

namespace Interleaving.Models.Queries;

/// <content>What few queries need. The workers call predicates for all items, as they may on the platform.</content>
internal static partial class ParallelEnumerableModel
{
    public static ParallelQuery<T> TakeWhile<T>(ParallelQuery<T> source, Func<T, bool> predicate) =>
        Operation.Current is null
            ? source.TakeWhile(predicate)
            : Whole(Select(source, item => (Holds: predicate(item), Item: item)), static all => all.TakeWhile(static one => one.Holds).Select(static one => one.Item));

    public static ParallelQuery<T> SkipWhile<T>(ParallelQuery<T> source, Func<T, bool> predicate) =>
        Operation.Current is null
            ? source.SkipWhile(predicate)
            : Whole(Select(source, item => (Holds: predicate(item), Item: item)), static all => all.SkipWhile(static one => one.Holds).Select(static one => one.Item));

    public static ParallelQuery<T> DefaultIfEmpty<T>(ParallelQuery<T> source, T defaultValue) =>
        Operation.Current is null
            ? source.DefaultIfEmpty(defaultValue)
            : Whole(source, items => items.DefaultIfEmpty(defaultValue));

    public static T Last<T>(ParallelQuery<T> source) =>
        Operation.Current is null
            ? source.Last()
            : Items(source).Last();

    public static T Last<T>(ParallelQuery<T> source, Func<T, bool> predicate) =>
        Operation.Current is null
            ? source.Last(predicate)
            : Items(Where(source, predicate)).Last();

    public static T? LastOrDefault<T>(ParallelQuery<T> source) =>
        Operation.Current is null
            ? source.LastOrDefault()
            : Items(source).LastOrDefault();

    public static T? LastOrDefault<T>(ParallelQuery<T> source, Func<T, bool> predicate) =>
        Operation.Current is null
            ? source.LastOrDefault(predicate)
            : Items(Where(source, predicate)).LastOrDefault();

    public static T? SingleOrDefault<T>(ParallelQuery<T> source) =>
        Operation.Current is null
            ? source.SingleOrDefault()
            : Items(source).SingleOrDefault();

    public static T? SingleOrDefault<T>(ParallelQuery<T> source, Func<T, bool> predicate) =>
        Operation.Current is null
            ? source.SingleOrDefault(predicate)
            : Items(Where(source, predicate)).SingleOrDefault();

    public static T ElementAt<T>(ParallelQuery<T> source, int index) =>
        Operation.Current is null
            ? source.ElementAt(index)
            : Items(source).ElementAt(index);

    public static T? ElementAtOrDefault<T>(ParallelQuery<T> source, int index) =>
        Operation.Current is null
            ? source.ElementAtOrDefault(index)
            : Items(source).ElementAtOrDefault(index);

    public static bool Contains<T>(ParallelQuery<T> source, T value, IEqualityComparer<T>? comparer) =>
        Operation.Current is null
            ? source.Contains(value, comparer)
            : Items(source).Contains(value, comparer);

    public static bool SequenceEqual<T>(ParallelQuery<T> first, ParallelQuery<T> second, IEqualityComparer<T>? comparer) =>
        Operation.Current is null
            ? first.SequenceEqual(second, comparer)
            : Items(first).SequenceEqual(Items(second), comparer);

    public static ParallelQuery<T> Distinct<T>(ParallelQuery<T> source, IEqualityComparer<T>? comparer) =>
        Operation.Current is null
            ? source.Distinct(comparer)
            : Whole(source, items => items.Distinct(comparer));

    public static ParallelQuery<T> Union<T>(ParallelQuery<T> first, ParallelQuery<T> second, IEqualityComparer<T>? comparer) =>
        Operation.Current is null
            ? first.Union(second, comparer)
            : Whole(first, items => items.Union(Items(second), comparer));

    public static ParallelQuery<T> Intersect<T>(ParallelQuery<T> first, ParallelQuery<T> second, IEqualityComparer<T>? comparer) =>
        Operation.Current is null
            ? first.Intersect(second, comparer)
            : Whole(first, items => items.Intersect(Items(second), comparer));

    public static ParallelQuery<T> Except<T>(ParallelQuery<T> first, ParallelQuery<T> second, IEqualityComparer<T>? comparer) =>
        Operation.Current is null
            ? first.Except(second, comparer)
            : Whole(first, items => items.Except(Items(second), comparer));
}
