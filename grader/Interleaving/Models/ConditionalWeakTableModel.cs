using System.Runtime.CompilerServices;

namespace Interleaving.Models;

/// <summary>Its keys stay, like what a <see cref="WeakReferenceModel">weak reference</see> refers to: who counts them gets one answer.</summary>
[Models(typeof(ConditionalWeakTable<,>), Passes = ["*"])]
internal static class ConditionalWeakTableModel
{
    public static void Add<TKey, TValue>(ConditionalWeakTable<TKey, TValue> self, TKey key, TValue value)
        where TKey : class
        where TValue : class?
    {
        WeakReferenceModel.Keep(key);
        self.Add(key, value);
    }

    public static bool TryAdd<TKey, TValue>(ConditionalWeakTable<TKey, TValue> self, TKey key, TValue value)
        where TKey : class
        where TValue : class?
    {
        WeakReferenceModel.Keep(key);
        return self.TryAdd(key, value);
    }

    public static void AddOrUpdate<TKey, TValue>(ConditionalWeakTable<TKey, TValue> self, TKey key, TValue value)
        where TKey : class
        where TValue : class?
    {
        WeakReferenceModel.Keep(key);
        self.AddOrUpdate(key, value);
    }

    public static TValue GetOrAdd<TKey, TValue>(ConditionalWeakTable<TKey, TValue> self, TKey key, TValue value)
        where TKey : class
        where TValue : class?
    {
        WeakReferenceModel.Keep(key);
        return self.GetOrAdd(key, value);
    }
}
