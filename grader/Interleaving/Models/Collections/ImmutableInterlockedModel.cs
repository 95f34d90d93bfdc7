using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interleaving.Models.Collections;

/// <summary>Each change is a loop of its own around one atomic exchange, so what the program's functions see may be out of date.</summary>
[Models(typeof(ImmutableInterlocked))]
internal static class ImmutableInterlockedModel
{
    public static bool Update<T>(ref T location, Func<T, T> transformer)
        where T : class?
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return Change(ref location, transformer);
    }

    public static bool Update<T, TArg>(ref T location, Func<T, TArg, T> transformer, TArg transformerArgument)
        where T : class?
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return Change(ref location, old => transformer(old, transformerArgument));
    }

    public static TValue GetOrAdd<TKey, TValue>(ref ImmutableDictionary<TKey, TValue> location, TKey key, TValue value)
        where TKey : notnull
    {
        var found = value;
        Change(ref location, old => old.TryGetValue(key, out found!) ? old : old.Add(key, found = value));
        return found;
    }

    public static TValue GetOrAdd<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, Func<TKey, TValue> valueFactory)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return VolatileModel.Read(ref location).TryGetValue(key, out var found) ? found : GetOrAdd(ref location, key, CallBack.To(valueFactory, key));
    }

    public static TValue GetOrAdd<TKey, TValue, TArg>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, Func<TKey, TArg, TValue> valueFactory, TArg factoryArgument)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return GetOrAdd(ref location, key, key => valueFactory(key, factoryArgument));
    }

    public static TValue AddOrUpdate<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, TValue addValue, Func<TKey, TValue, TValue> updateValueFactory)
        where TKey : notnull =>
        AddOrUpdate(ref location, key, _ => addValue, updateValueFactory);

    public static TValue AddOrUpdate<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location,
        TKey key,
        Func<TKey, TValue> addValueFactory,
        Func<TKey, TValue, TValue> updateValueFactory)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(addValueFactory);
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        var value = default(TValue)!;
        Change(ref location, old => old.SetItem(
            key, value = old.TryGetValue(key, out var known) ? updateValueFactory(key, known) : addValueFactory(key)));
        return value;
    }

    public static bool TryAdd<TKey, TValue>(ref ImmutableDictionary<TKey, TValue> location, TKey key, TValue value)
        where TKey : notnull =>
        Change(ref location, old => old.ContainsKey(key) ? old : old.Add(key, value));

    public static bool TryUpdate<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, TValue newValue, TValue comparisonValue)
        where TKey : notnull
    {
        var matched = false;
        Change(ref location, old =>
        {
            matched = old.TryGetValue(key, out var known) && EqualityComparer<TValue>.Default.Equals(known, comparisonValue);
            return matched ? old.SetItem(key, newValue) : old;
        });
        return matched;
    }

    public static bool TryRemove<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, [MaybeNullWhen(false)] out TValue value)
        where TKey : notnull
    {
        TValue? removed = default;
        var done = Change(ref location, old => old.TryGetValue(key, out removed) ? old.Remove(key) : old);
        value = removed;
        return done;
    }

    public static void Enqueue<T>(ref ImmutableQueue<T> location, T value) => Change(ref location, old => old.Enqueue(value));

    public static bool TryDequeue<T>(ref ImmutableQueue<T> location, [MaybeNullWhen(false)] out T value)
    {
        T? taken = default;
        var done = Change(ref location, old => old.IsEmpty ? old : old.Dequeue(out taken));
        value = taken;
        return done;
    }

    public static void Push<T>(ref ImmutableStack<T> location, T value) => Change(ref location, old => old.Push(value));

    public static bool TryPop<T>(ref ImmutableStack<T> location, [MaybeNullWhen(false)] out T value)
    {
        T? taken = default;
        var done = Change(ref location, old => old.IsEmpty ? old : old.Pop(out taken));
        value = taken;
        return done;
    }

    public static bool Update<T>(ref ImmutableArray<T> location, Func<ImmutableArray<T>, ImmutableArray<T>> transformer)
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return Change(ref Items(ref location), old => Items(transformer(Array(old))));
    }

    public static bool Update<T, TArg>(
        ref ImmutableArray<T> location, Func<ImmutableArray<T>, TArg, ImmutableArray<T>> transformer, TArg transformerArgument)
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return Change(ref Items(ref location), old => Items(transformer(Array(old), transformerArgument)));
    }

    public static ImmutableArray<T> InterlockedExchange<T>(ref ImmutableArray<T> location, ImmutableArray<T> value) =>
        Array(InterlockedModel.Exchange(ref Items(ref location), Items(value)));

    public static ImmutableArray<T> InterlockedCompareExchange<T>(
        ref ImmutableArray<T> location, ImmutableArray<T> value, ImmutableArray<T> comparand) =>
        Array(InterlockedModel.CompareExchange(ref Items(ref location), Items(value), Items(comparand)));

    public static bool InterlockedInitialize<T>(ref ImmutableArray<T> location, ImmutableArray<T> value) =>
        InterlockedModel.CompareExchange(ref Items(ref location), Items(value), null) is null;

    /// <summary>An immutable array is a reference to its items and nothing else.</summary>
    private static ref T[]? Items<T>(ref ImmutableArray<T> array) => ref Unsafe.As<ImmutableArray<T>, T[]?>(ref array);

    private static T[]? Items<T>(ImmutableArray<T> array) => ImmutableCollectionsMarshal.AsArray(array);

    private static ImmutableArray<T> Array<T>(T[]? items) => ImmutableCollectionsMarshal.AsImmutableArray(items);

    /// <summary>False when there was nothing to change.</summary>
    private static bool Change<T>(ref T location, Func<T, T> step)
        where T : class?
    {
        while (true)
        {
            var old = VolatileModel.Read(ref location);
            var next = CallBack.To(step, old);
            if (ReferenceEquals(old, next))
                return false;
            if (ReferenceEquals(InterlockedModel.CompareExchange(ref location, next, old), old))
                return true;
        }
    }
}
