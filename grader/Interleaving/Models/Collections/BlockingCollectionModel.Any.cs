using System.Collections.Concurrent;
using Interleaving.Scheduling;

namespace Interleaving.Models.Collections;

/// <content>Waits on several collections; the first in the array that is ready is taken.</content>
internal static partial class BlockingCollectionModel
{
    private const int NoneReady = -1;

    public static int AddToAny<T>(BlockingCollection<T>[] collections, T item) =>
        TryAddToAny(collections, item, Timeout.Infinite, default);

    public static int AddToAny<T>(BlockingCollection<T>[] collections, T item, CancellationToken cancellationToken) =>
        TryAddToAny(collections, item, Timeout.Infinite, cancellationToken);

    public static int TryAddToAny<T>(BlockingCollection<T>[] collections, T item) => TryAddToAny(collections, item, 0, default);

    public static int TryAddToAny<T>(BlockingCollection<T>[] collections, T item, int millisecondsTimeout) =>
        TryAddToAny(collections, item, millisecondsTimeout, default);

    public static int TryAddToAny<T>(BlockingCollection<T>[] collections, T item, TimeSpan timeout) =>
        Operation.Current is not null && Timeouts.Fits(timeout)
            ? TryAddToAny(collections, item, Timeouts.Of(timeout), default)
            : BlockingCollection<T>.TryAddToAny(collections, item, timeout);

    public static int TryAddToAny<T>(
        BlockingCollection<T>[] collections, T item, int millisecondsTimeout, CancellationToken cancellationToken)
    {
        if (Operation.Current is not { } operation)
            return BlockingCollection<T>.TryAddToAny(collections, item, millisecondsTimeout, cancellationToken);
        var states = States(operation, collections);
        if (Array.Exists(collections, collection => collection.IsAddingCompleted))
            throw new ArgumentException("At least one of the specified collections is marked as complete with regards to additions.");
        return BlockingState<T>.AwaitAny(operation, states, state => state.HasRoom, WaitKind.Room, millisecondsTimeout, cancellationToken) is >= 0 and var first
            && states[first].TryAdd(operation, item, 0, default)
            ? first
            : NoneReady;
    }

    /// <exception cref="ArgumentException">No more items will come.</exception>
    public static int TakeFromAny<T>(BlockingCollection<T>[] collections, out T? item) =>
        TakeFromAny(collections, out item, default);

    /// <inheritdoc cref="TakeFromAny{T}(BlockingCollection{T}[], out T)"/>
    public static int TakeFromAny<T>(BlockingCollection<T>[] collections, out T? item, CancellationToken cancellationToken) =>
        TryTakeFromAny(collections, out item, Timeout.Infinite, cancellationToken) is >= 0 and var index
            ? index
            : throw new ArgumentException("All collections are marked as complete with regards to additions.");

    public static int TryTakeFromAny<T>(BlockingCollection<T>[] collections, out T? item) =>
        TryTakeFromAny(collections, out item, 0, default);

    public static int TryTakeFromAny<T>(BlockingCollection<T>[] collections, out T? item, int millisecondsTimeout) =>
        TryTakeFromAny(collections, out item, millisecondsTimeout, default);

    public static int TryTakeFromAny<T>(BlockingCollection<T>[] collections, out T? item, TimeSpan timeout) =>
        Operation.Current is not null && Timeouts.Fits(timeout)
            ? TryTakeFromAny(collections, out item, Timeouts.Of(timeout), default)
            : BlockingCollection<T>.TryTakeFromAny(collections, out item, timeout);

    public static int TryTakeFromAny<T>(
        BlockingCollection<T>[] collections, out T? item, int millisecondsTimeout, CancellationToken cancellationToken)
    {
        if (Operation.Current is not { } operation)
            return BlockingCollection<T>.TryTakeFromAny(collections, out item, millisecondsTimeout, cancellationToken);
        var states = States(operation, collections);
        item = default;
        while (true)
        {
            var first = BlockingState<T>.AwaitAny(
                operation, states, state => state.HasItem || Array.TrueForAll(states, one => one.IsCompleted), WaitKind.Item, millisecondsTimeout, cancellationToken);
            if (first < 0 || Array.TrueForAll(states, state => state.IsCompleted))
                return NoneReady;
            if (states[first].TryTake(operation, out item, 0, default))
                return first;
        }
    }

    private static BlockingState<T>[] States<T>(Operation operation, BlockingCollection<T>[] collections)
    {
        ArgumentNullException.ThrowIfNull(collections);
        if (collections.Length == 0)
            throw new ArgumentException("The collections argument is a zero-length array.");
        try
        {
            return Array.ConvertAll(collections, collection => BlockingState<T>.Known(operation, collection));
        }
        catch (ObjectDisposedException)
        {
            throw new ObjectDisposedException(nameof(collections), "The collections argument contains at least one disposed element.");
        }
    }
}
