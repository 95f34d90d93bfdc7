using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Interleaving.Scheduling;

namespace Interleaving.Models.Collections;

[Models(typeof(BlockingCollection<>), Passes = [".ctor", "get_BoundedCapacity", "Dispose"])]
internal static partial class BlockingCollectionModel
{
    public static void Add<T>(BlockingCollection<T> self, T item) => TryAdd(self, item, Timeout.Infinite, default);

    public static void Add<T>(BlockingCollection<T> self, T item, CancellationToken cancellationToken) =>
        TryAdd(self, item, Timeout.Infinite, cancellationToken);

    public static bool TryAdd<T>(BlockingCollection<T> self, T item) => TryAdd(self, item, 0, default);

    public static bool TryAdd<T>(BlockingCollection<T> self, T item, TimeSpan timeout) =>
        TryAdd(self, item, Timeouts.Of(timeout), default);

    public static bool TryAdd<T>(BlockingCollection<T> self, T item, int millisecondsTimeout) =>
        TryAdd(self, item, millisecondsTimeout, default);

    public static bool TryAdd<T>(
        BlockingCollection<T> self, T item, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Operation.Current is { } operation
            ? BlockingState<T>.Of(operation, self).TryAdd(
                operation, item, Timeouts.Of(millisecondsTimeout), cancellationToken)
            : self.TryAdd(item, millisecondsTimeout, cancellationToken);

    public static T Take<T>(BlockingCollection<T> self) => Take(self, default);

    /// <exception cref="InvalidOperationException">The collection is empty and no more items may be added.</exception>
    public static T Take<T>(BlockingCollection<T> self, CancellationToken cancellationToken) =>
        TryTake(self, out var item, Timeout.Infinite, cancellationToken)
            ? item
            : throw new InvalidOperationException(
                "The collection argument is empty and has been marked as complete with regards to additions.");

    public static bool TryTake<T>(BlockingCollection<T> self, [MaybeNullWhen(false)] out T item) =>
        TryTake(self, out item, 0, default);

    public static bool TryTake<T>(BlockingCollection<T> self, [MaybeNullWhen(false)] out T item, TimeSpan timeout) =>
        TryTake(self, out item, Timeouts.Of(timeout), default);

    public static bool TryTake<T>(
        BlockingCollection<T> self, [MaybeNullWhen(false)] out T item, int millisecondsTimeout) =>
        TryTake(self, out item, millisecondsTimeout, default);

    public static bool TryTake<T>(
        BlockingCollection<T> self,
        [MaybeNullWhen(false)] out T item,
        int millisecondsTimeout,
        CancellationToken cancellationToken) =>
        Operation.Current is { } operation
            ? BlockingState<T>.Of(operation, self).TryTake(
                operation, out item, Timeouts.Of(millisecondsTimeout), cancellationToken)
            : self.TryTake(out item, millisecondsTimeout, cancellationToken);

    public static void CompleteAdding<T>(BlockingCollection<T> self)
    {
        if (Operation.Current is { } operation)
            BlockingState<T>.Of(operation, self).CompleteAdding(operation);
        else
            self.CompleteAdding();
    }

    public static bool get_IsAddingCompleted<T>(BlockingCollection<T> self) => Look(self, self => self.IsAddingCompleted);

    public static bool get_IsCompleted<T>(BlockingCollection<T> self) => Look(self, self => self.IsCompleted);

    public static int get_Count<T>(BlockingCollection<T> self) => Look(self, self => self.Count);

    public static T[] ToArray<T>(BlockingCollection<T> self) => Look(self, self => self.ToArray());

    public static void CopyTo<T>(BlockingCollection<T> self, T[] array, int index) => Look(self, self =>
    {
        self.CopyTo(array, index);
        return true;
    });

    public static IEnumerable<T> GetConsumingEnumerable<T>(BlockingCollection<T> self) =>
        GetConsumingEnumerable(self, default);

    public static IEnumerable<T> GetConsumingEnumerable<T>(BlockingCollection<T> self, CancellationToken cancellationToken)
    {
        while (TryTake(self, out var item, Timeout.Infinite, cancellationToken))
            yield return item;
    }

    private static TResult Look<T, TResult>(BlockingCollection<T> self, Func<BlockingCollection<T>, TResult> look) =>
        Operation.Current is { } operation ? BlockingState<T>.Of(operation, self).Look(operation, look) : look(self);
}
