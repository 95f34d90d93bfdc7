using Interleaving.Scheduling;

namespace Interleaving.Models.Queries;

/// <content>What starts a query and waits for its end.</content>
internal static partial class ParallelEnumerableModel
{
    public static void ForAll<T>(ParallelQuery<T> source, Action<T> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (Operation.Current is { } operation)
            Handles.Of(source).Run(operation, () => new Sink<T>((item, _) => action(item), static () => { }));
        else
            source.ForAll(action);
    }

    public static T[] ToArray<T>(ParallelQuery<T> source) => Operation.Current is null ? source.ToArray() : [.. Items(source)];

    public static List<T> ToList<T>(ParallelQuery<T> source) => Operation.Current is null ? source.ToList() : Items(source);

    public static int Count<T>(ParallelQuery<T> source) => Operation.Current is null ? source.Count() : Items(source).Count;

    public static int Count<T>(ParallelQuery<T> source, Func<T, bool> predicate) =>
        Operation.Current is null ? source.Count(predicate) : Items(Where(source, predicate)).Count;

    public static long LongCount<T>(ParallelQuery<T> source) => Operation.Current is null ? source.LongCount() : Items(source).Count;

    public static long LongCount<T>(ParallelQuery<T> source, Func<T, bool> predicate) =>
        Operation.Current is null ? source.LongCount(predicate) : Items(Where(source, predicate)).Count;

    public static bool Any<T>(ParallelQuery<T> source) => Operation.Current is null ? source.Any() : Items(source).Count > 0;

    public static bool Any<T>(ParallelQuery<T> source, Func<T, bool> predicate) =>
        Operation.Current is null ? source.Any(predicate) : Items(Where(source, predicate)).Count > 0;

    public static bool All<T>(ParallelQuery<T> source, Func<T, bool> predicate) =>
        Operation.Current is null ? source.All(predicate) : Items(Where(source, item => !predicate(item))).Count == 0;

    public static bool Contains<T>(ParallelQuery<T> source, T value) =>
        Operation.Current is null ? source.Contains(value) : Items(source).Contains(value);

    public static T First<T>(ParallelQuery<T> source) => Operation.Current is null ? source.First() : Items(source).First();

    public static T First<T>(ParallelQuery<T> source, Func<T, bool> predicate) =>
        Operation.Current is null ? source.First(predicate) : Items(Where(source, predicate)).First();

    public static T? FirstOrDefault<T>(ParallelQuery<T> source) =>
        Operation.Current is null ? source.FirstOrDefault() : Items(source).FirstOrDefault();

    public static T? FirstOrDefault<T>(ParallelQuery<T> source, Func<T, bool> predicate) =>
        Operation.Current is null ? source.FirstOrDefault(predicate) : Items(Where(source, predicate)).FirstOrDefault();

    public static T Single<T>(ParallelQuery<T> source) => Operation.Current is null ? source.Single() : Items(source).Single();

    public static T Single<T>(ParallelQuery<T> source, Func<T, bool> predicate) =>
        Operation.Current is null ? source.Single(predicate) : Items(Where(source, predicate)).Single();

    public static bool SequenceEqual<T>(ParallelQuery<T> first, ParallelQuery<T> second) =>
        Operation.Current is null ? first.SequenceEqual(second) : Items(first).SequenceEqual(Items(second));

    public static T? Min<T>(ParallelQuery<T> source) => Operation.Current is null ? source.Min() : Items(source).Min();

    public static T? Max<T>(ParallelQuery<T> source) => Operation.Current is null ? source.Max() : Items(source).Max();

    public static TResult? Min<T, TResult>(ParallelQuery<T> source, Func<T, TResult> selector) =>
        Operation.Current is null ? source.Min(selector) : Items(Select(source, selector)).Min();

    public static TResult? Max<T, TResult>(ParallelQuery<T> source, Func<T, TResult> selector) =>
        Operation.Current is null ? source.Max(selector) : Items(Select(source, selector)).Max();
}
