using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Interleaving.Scheduling;

namespace Interleaving.Models.Collections;

/// <summary>The same dictionary by keys of another type, such as a span of characters in place of a string.</summary>
[Models(typeof(ConcurrentDictionary<,>.AlternateLookup<>), Passes = ["get_Dictionary"])]
internal static class AlternateLookupModel
{
    public static bool TryGetValue<TKey, TValue, TAlternate>(
        ref ConcurrentDictionary<TKey, TValue>.AlternateLookup<TAlternate> self, TAlternate key, [MaybeNullWhen(false)] out TValue value)
        where TKey : notnull
        where TAlternate : notnull, allows ref struct
    {
        var step = Begin(self.Dictionary, StepKind.Read);
        var found = self.TryGetValue(key, out value);
        End(self.Dictionary, step, StepKind.Read);
        return found;
    }

    public static bool ContainsKey<TKey, TValue, TAlternate>(
        ref ConcurrentDictionary<TKey, TValue>.AlternateLookup<TAlternate> self, TAlternate key)
        where TKey : notnull
        where TAlternate : notnull, allows ref struct
    {
        var step = Begin(self.Dictionary, StepKind.Read);
        var found = self.ContainsKey(key);
        End(self.Dictionary, step, StepKind.Read);
        return found;
    }

    public static bool TryAdd<TKey, TValue, TAlternate>(
        ref ConcurrentDictionary<TKey, TValue>.AlternateLookup<TAlternate> self, TAlternate key, TValue value)
        where TKey : notnull
        where TAlternate : notnull, allows ref struct
    {
        var step = Begin(self.Dictionary, StepKind.Sync);
        var added = self.TryAdd(key, value);
        End(self.Dictionary, step, StepKind.Sync);
        return added;
    }

    public static bool TryRemove<TKey, TValue, TAlternate>(
        ref ConcurrentDictionary<TKey, TValue>.AlternateLookup<TAlternate> self, TAlternate key, [MaybeNullWhen(false)] out TValue value)
        where TKey : notnull
        where TAlternate : notnull, allows ref struct
    {
        var step = Begin(self.Dictionary, StepKind.Sync);
        var removed = self.TryRemove(key, out value);
        End(self.Dictionary, step, StepKind.Sync);
        return removed;
    }

    public static bool TryGetValue<TKey, TValue, TAlternate>(
        ref ConcurrentDictionary<TKey, TValue>.AlternateLookup<TAlternate> self,
        TAlternate key,
        [MaybeNullWhen(false)] out TKey actualKey,
        [MaybeNullWhen(false)] out TValue value)
        where TKey : notnull
        where TAlternate : notnull, allows ref struct
    {
        var step = Begin(self.Dictionary, StepKind.Read);
        var found = self.TryGetValue(key, out actualKey, out value);
        End(self.Dictionary, step, StepKind.Read);
        return found;
    }

    public static bool TryRemove<TKey, TValue, TAlternate>(
        ref ConcurrentDictionary<TKey, TValue>.AlternateLookup<TAlternate> self,
        TAlternate key,
        [MaybeNullWhen(false)] out TKey actualKey,
        [MaybeNullWhen(false)] out TValue value)
        where TKey : notnull
        where TAlternate : notnull, allows ref struct
    {
        var step = Begin(self.Dictionary, StepKind.Sync);
        var removed = self.TryRemove(key, out actualKey, out value);
        End(self.Dictionary, step, StepKind.Sync);
        return removed;
    }

    public static TValue get_Item<TKey, TValue, TAlternate>(
        ref ConcurrentDictionary<TKey, TValue>.AlternateLookup<TAlternate> self, TAlternate key)
        where TKey : notnull
        where TAlternate : notnull, allows ref struct
    {
        var step = Begin(self.Dictionary, StepKind.Read);
        try
        {
            return self[key];
        }
        finally
        {
            End(self.Dictionary, step, StepKind.Read);
        }
    }

    public static void set_Item<TKey, TValue, TAlternate>(
        ref ConcurrentDictionary<TKey, TValue>.AlternateLookup<TAlternate> self, TAlternate key, TValue value)
        where TKey : notnull
        where TAlternate : notnull, allows ref struct
    {
        var step = Begin(self.Dictionary, StepKind.Sync);
        self[key] = value;
        End(self.Dictionary, step, StepKind.Sync);
    }

    /// <summary>The call is one step, as <see cref="AtomicCall"/> has it, which cannot be given a span to keep.</summary>
    private static Operation? Begin(object dictionary, StepKind kind)
    {
        if (Operation.Current is not { } operation)
            return null;
        operation.Arrive(dictionary, kind);
        AtomicCall.StateOf(operation, dictionary).Acquire(operation);
        operation.Atomic++;
        return operation;
    }

    private static void End(object dictionary, Operation? operation, StepKind kind)
    {
        if (operation is null)
            return;
        operation.Atomic--;
        if (kind != StepKind.Sync)
            return;
        AtomicCall.StateOf(operation, dictionary).Release(operation);
        operation.Execution.Observers.Changed();
    }
}
