using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Interleaving.SourceMap;

namespace Interleaving.Weaving;

/// <summary>
/// Copies an object graph, so that each execution starts from the same values: objects of woven types, arrays, and collections
/// of the platform with what is in them. What has no state of its own (strings, numbers) is shared, and so is what is there to
/// be shared: concurrent collections, by which results come out of an exploration.
/// </summary>
internal class ObjectCopy
{
    protected const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static;

    private readonly Dictionary<object, object> copies = new(ReferenceEqualityComparer.Instance);

    /// <summary>The copy of <paramref name="original"/>; the same one for the same object.</summary>
    /// <exception cref="InvalidOperationException">There is no twin of an object of the platform that holds objects of woven types.</exception>
    public object? Of(object? original)
    {
        if (original is null or string)
            return original;
        if (copies.TryGetValue(original, out var known))
            return known;
        if (original is Delegate method)
            return Delegate(method);
        var type = original.GetType();
        if (type.IsPrimitive)
            return original;
        var twin = Of(type);
        if (type.IsEnum)
            return twin == type ? original : Enum.ToObject(twin, original);
        return original switch
        {
            Array array => Elements(array, twin),
            CancellationTokenSource source => Remember(original, Source(source)),
            CancellationToken token => token.CanBeCanceled ? ((CancellationTokenSource)Of(SourceOf(ref token))!).Token : original,
            _ when IsCompletionSource(type) => Remember(original, Unset(original, twin)),
            IDictionary map when IsCollection(type) => Entries(map, type, twin),
            IEnumerable items when IsHashed(type) => Items(items, twin),
            _ when IsOwn(type) || IsCollection(type) || IsTuple(type) => Fields(original, type, twin),
            _ when twin != type => throw new InvalidOperationException(
                $"The body captures a {type.Name} of objects that were made outside of the exploration. Make it inside the body, "
                + "so that each execution starts from scratch."),
            _ => original,
        };
    }

    /// <summary>What a type is called in the copy.</summary>
    protected virtual Type Of(Type type) => type;

    /// <summary>Whether objects of this type are somebody's own, and so copied field by field.</summary>
    protected virtual bool IsOwn(Type type) => SiteTable.IsIn(type.Assembly);

    /// <summary>A delegate on the copy of its target.</summary>
    protected virtual Delegate Delegate(Delegate original)
    {
        if (original.GetInvocationList() is not [var single])
            return System.Delegate.Combine([.. original.GetInvocationList().Select(Delegate)])!;
        return single.Target is { } target && IsOwn(target.GetType()) && Of(target) is { } copy
            ? single.Method.CreateDelegate(single.GetType(), copy)
            : single;
    }

    private static bool IsTuple(Type type) => type.IsConstructedGenericType
        && (typeof(ITuple).IsAssignableFrom(type) || type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));

    /// <summary>Also its nodes and entries; what compares for it has no state, and is known by its identity.</summary>
    private static bool IsCollection(Type type) =>
        type == typeof(System.Text.StringBuilder)
        || (type.Namespace is { } name
            && name.StartsWith("System.Collections", StringComparison.Ordinal)
            && name != typeof(ConcurrentQueue<>).Namespace
            && !type.Name.Contains("Comparer", StringComparison.Ordinal));

    /// <summary>Whether the place of an item depends on its hash code, which the copy of the item need not have.</summary>
    private static bool IsHashed(Type type) =>
        type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(HashSet<>);

    private object Entries(IDictionary original, Type type, Type twin)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null || original.IsReadOnly)
            return Fields(original, type, twin);
        var copy = (IDictionary)Empty(original, twin);
        foreach (DictionaryEntry entry in original)
            copy.Add(Of(entry.Key)!, Of(entry.Value));
        return copy;
    }

    private object Items(IEnumerable original, Type twin)
    {
        var copy = Empty(original, twin);
        var add = twin.GetMethod("Add")!;
        foreach (var item in original)
            add.Invoke(copy, [Of(item)]);
        return copy;
    }

    /// <summary>With the comparer of the original, if it has one.</summary>
    private object Empty(object original, Type twin)
    {
        var comparer = original.GetType().GetProperty("Comparer")?.GetValue(original);
        var empty = comparer is null || IsDefault(comparer) ? Activator.CreateInstance(twin) : Activator.CreateInstance(twin, Of(comparer));
        return Remember(original, empty!);
    }

    private static bool IsDefault(object comparer) =>
        comparer.GetType().DeclaringType is null && comparer.GetType().Namespace == "System.Collections.Generic"
        && comparer.GetType().IsConstructedGenericType;

    private Array Elements(Array original, Type twin)
    {
        var copy = (Array)Remember(original, original.GetType() == twin
            ? original.Clone()
            : Array.CreateInstance(
                twin.GetElementType()!,
                [.. Enumerable.Range(0, original.Rank).Select(original.GetLength)],
                [.. Enumerable.Range(0, original.Rank).Select(original.GetLowerBound)]));
        if (original.GetType().GetElementType()!.IsPrimitive)
            return copy;
        var index = new int[original.Rank];
        Each(0);
        return copy;

        void Each(int dimension)
        {
            if (dimension == original.Rank)
            {
                copy.SetValue(Of(original.GetValue(index)), index);
                return;
            }

            for (var i = original.GetLowerBound(dimension); i <= original.GetUpperBound(dimension); i++)
            {
                index[dimension] = i;
                Each(dimension + 1);
            }
        }
    }

    /// <summary>Whoever cancels it in one execution does not in the next.</summary>
    private static CancellationTokenSource Source(CancellationTokenSource original)
    {
        var copy = new CancellationTokenSource();
        if (original.IsCancellationRequested)
            copy.Cancel();
        return copy;
    }

    private static bool IsCompletionSource(Type type) => type == typeof(TaskCompletionSource)
        || (type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(TaskCompletionSource<>));

    private static object Unset(object original, Type twin)
    {
        var task = (Task)original.GetType().GetProperty("Task")!.GetValue(original)!;
        return task.IsCompleted ? original : Activator.CreateInstance(twin, task.CreationOptions)!;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_source")]
    private static extern ref CancellationTokenSource SourceOf(ref CancellationToken token);

    private object Fields(object original, Type type, Type twin)
    {
        var copy = RuntimeHelpers.GetUninitializedObject(twin);
        if (!type.IsValueType)
            Remember(original, copy);
        for (Type? from = type, to = twin; from is not null; from = from.BaseType, to = to!.BaseType)
        {
            foreach (var field in from.GetFields(Declared & ~BindingFlags.Static))
                to!.GetField(field.Name, Declared)!.SetValue(copy, Of(field.GetValue(original)));
        }

        return copy;
    }

    private object Remember(object original, object copy)
    {
        copies.Add(original, copy);
        return copy;
    }
}
