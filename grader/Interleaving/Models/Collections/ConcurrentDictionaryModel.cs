using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Interleaving.Models.Hashing;
using Interleaving.Scheduling;

namespace Interleaving.Models.Collections;

/// <summary>A dictionary: single calls are whole, but a factory runs outside of any lock, and may run twice.</summary>
[Models(typeof(ConcurrentDictionary<,>), Passes = [".ctor", "get_Comparer", "GetAlternateLookup", "TryGetAlternateLookup"])]
internal static class ConcurrentDictionaryModel
{
    public static TValue get_Item<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self, TKey key)
        where TKey : notnull =>
        AtomicCall.Read(self, self => self[key]);

    public static void set_Item<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self, TKey key, TValue value)
        where TKey : notnull =>
        AtomicCall.Write(self, self => { self[key] = Replacing(self, key, value); });

    public static bool TryAdd<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self, TKey key, TValue value)
        where TKey : notnull =>
        AtomicCall.Try(self, self => self.TryAdd(key, value));

    public static bool TryGetValue<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self, TKey key, [MaybeNullWhen(false)] out TValue value)
        where TKey : notnull
    {
        var (done, found) = AtomicCall.Read(self, self => (self.TryGetValue(key, out var found), found));
        value = found;
        return done;
    }

    public static bool ContainsKey<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self, TKey key)
        where TKey : notnull =>
        AtomicCall.Read(self, self => self.ContainsKey(key));

    public static bool TryRemove<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self, TKey key, [MaybeNullWhen(false)] out TValue value)
        where TKey : notnull
    {
        var (done, found) = AtomicCall.Try(self, self => (self.TryRemove(key, out var found), found));
        value = found;
        return done;
    }

    public static bool TryRemove<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self, KeyValuePair<TKey, TValue> item)
        where TKey : notnull =>
        AtomicCall.Try(self, self => self.TryRemove(item));

    public static bool TryUpdate<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self, TKey key, TValue newValue, TValue comparisonValue)
        where TKey : notnull =>
        AtomicCall.Try(self, self => self.TryUpdate(key, Replacing(self, key, newValue), comparisonValue));

    public static TValue GetOrAdd<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self, TKey key, TValue value)
        where TKey : notnull =>
        AtomicCall.Try(self, self =>
        {
            var before = self.Count;
            var found = self.GetOrAdd(key, value);
            return (self.Count != before, found);
        }).Found;

    public static int get_Count<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self)
        where TKey : notnull =>
        AtomicCall.Read(self, self => self.Count);

    public static bool get_IsEmpty<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self)
        where TKey : notnull =>
        AtomicCall.Read(self, self => self.IsEmpty);

    public static ICollection<TKey> get_Keys<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self)
        where TKey : notnull =>
        AtomicCall.Read(self, self => self.Keys);

    public static ICollection<TValue> get_Values<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self)
        where TKey : notnull =>
        AtomicCall.Read(self, self => self.Values);

    public static KeyValuePair<TKey, TValue>[] ToArray<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self)
        where TKey : notnull =>
        AtomicCall.Read(self, self => self.ToArray());

    public static void Clear<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self)
        where TKey : notnull =>
        AtomicCall.Write(self, self => self.Clear());

    public static IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self)
        where TKey : notnull => AtomicCall.Live(self);

    public static TValue GetOrAdd<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> self, TKey key, Func<TKey, TValue> valueFactory)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return TryGetValue(self, key, out var found) ? found : GetOrAdd(self, key, CallBack.To(valueFactory, key));
    }

    public static TValue GetOrAdd<TKey, TValue, TArg>(
        ConcurrentDictionary<TKey, TValue> self, TKey key, Func<TKey, TArg, TValue> valueFactory, TArg factoryArgument)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return GetOrAdd(self, key, key => valueFactory(key, factoryArgument));
    }

    public static TValue AddOrUpdate<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> self, TKey key, TValue addValue, Func<TKey, TValue, TValue> updateValueFactory)
        where TKey : notnull => AddOrUpdate(self, key, _ => addValue, updateValueFactory);

    public static TValue AddOrUpdate<TKey, TValue, TArg>(
        ConcurrentDictionary<TKey, TValue> self,
        TKey key,
        Func<TKey, TArg, TValue> addValueFactory,
        Func<TKey, TValue, TArg, TValue> updateValueFactory,
        TArg factoryArgument)
        where TKey : notnull =>
        AddOrUpdate(
            self, key, key => addValueFactory(key, factoryArgument), (key, old) => updateValueFactory(key, old, factoryArgument));

    public static TValue AddOrUpdate<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> self,
        TKey key,
        Func<TKey, TValue> addValueFactory,
        Func<TKey, TValue, TValue> updateValueFactory)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(addValueFactory);
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        while (true)
        {
            if (TryGetValue(self, key, out var old))
            {
                var updated = CallBack.To(updateValueFactory, key, old);
                if (TryUpdate(self, key, updated, old))
                    return updated;
            }
            else
            {
                var added = CallBack.To(addValueFactory, key);
                if (TryAdd(self, key, added))
                    return added;
            }
        }
    }

    /// <summary>A value is about to be written in the place of another: each key has a cache line of its own.</summary>
    private static TValue Replacing<TKey, TValue>(ConcurrentDictionary<TKey, TValue> self, TKey key, TValue value)
        where TKey : notnull
    {
        if (Operation.Current is { Execution.Caches: { } caches } operation)
            caches.Access(operation, self, (nint)StableHash.OfAny(operation, key) * CacheModel.LineBytes, write: true);
        return value;
    }
}
