using System.Collections;
using System.Collections.Concurrent;
using Interleaving.Scheduling;

namespace Interleaving.Models.Collections;

/// <summary>
/// A <see cref="ConcurrentDictionary{TKey, TValue}"/> as a query, a list or a set goes through it: they ask how many items there are, make
/// room and copy them, or go from one to the next, and others may come in between. Given to them in place of the dictionary.
/// </summary>
/// <param name="dictionary">The dictionary.</param>
/// <param name="site">Where it is handed over.</param>
internal sealed class SteppedDictionary<T>(ICollection<T> dictionary, int site) : ICollection<T>, IReadOnlyCollection<T>
{
    private static readonly bool MayBe =
        typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    int ICollection<T>.Count => Step(static dictionary => dictionary.Count);

    int IReadOnlyCollection<T>.Count => ((ICollection<T>)this).Count;

    bool ICollection<T>.IsReadOnly => dictionary.IsReadOnly;

    /// <summary>The same items, step by step if they are a concurrent dictionary's.</summary>
    public static IEnumerable<T> Of(IEnumerable<T> items, int site) =>
        MayBe && items is ICollection<T> collection && items.GetType() is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() == typeof(ConcurrentDictionary<,>)
            ? new SteppedDictionary<T>(collection, site)
            : items;

    public IEnumerator<T> GetEnumerator()
    {
        using var items = dictionary.GetEnumerator();
        while (Step(_ => items.MoveNext()))
            yield return items.Current;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <exception cref="ArgumentException">There are more by now than there is room for.</exception>
    void ICollection<T>.CopyTo(T[] array, int arrayIndex) => Step(dictionary =>
    {
        dictionary.CopyTo(array, arrayIndex);
        return true;
    });

    bool ICollection<T>.Contains(T item) => Step(dictionary => dictionary.Contains(item));

    void ICollection<T>.Add(T item) => throw new NotSupportedException();

    void ICollection<T>.Clear() => throw new NotSupportedException();

    bool ICollection<T>.Remove(T item) => throw new NotSupportedException();

    private TResult Step<TResult>(Func<ICollection<T>, TResult> step)
    {
        if (Operation.Current is { } operation)
            operation.Site = site;
        return AtomicCall.Read(dictionary, step);
    }
}
