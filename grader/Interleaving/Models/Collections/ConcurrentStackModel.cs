using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Interleaving.Models.Collections;

/// <summary>A stack: its enumerator and its arrays are snapshots.</summary>
[Models(typeof(ConcurrentStack<>), Passes = [".ctor"])]
internal static class ConcurrentStackModel
{
    public static void Push<T>(ConcurrentStack<T> self, T item) =>
        AtomicCall.Write(self, self => self.Push(item));

    public static void PushRange<T>(ConcurrentStack<T> self, T[] items) =>
        AtomicCall.Write(self, self => self.PushRange(items));

    public static void PushRange<T>(ConcurrentStack<T> self, T[] items, int startIndex, int count) =>
        AtomicCall.Write(self, self => self.PushRange(items, startIndex, count));

    public static bool TryPop<T>(ConcurrentStack<T> self, [MaybeNullWhen(false)] out T result)
    {
        var (done, found) = AtomicCall.Try(self, self => (self.TryPop(out var found), found));
        result = found;
        return done;
    }

    public static int TryPopRange<T>(ConcurrentStack<T> self, T[] items) =>
        AtomicCall.Write(self, self => self.TryPopRange(items));

    public static int TryPopRange<T>(ConcurrentStack<T> self, T[] items, int startIndex, int count) =>
        AtomicCall.Write(self, self => self.TryPopRange(items, startIndex, count));

    public static bool TryPeek<T>(ConcurrentStack<T> self, [MaybeNullWhen(false)] out T result)
    {
        var (done, found) = AtomicCall.Read(self, self => (self.TryPeek(out var found), found));
        result = found;
        return done;
    }

    public static int get_Count<T>(ConcurrentStack<T> self) =>
        AtomicCall.Read(self, self => self.Count);

    public static bool get_IsEmpty<T>(ConcurrentStack<T> self) =>
        AtomicCall.Read(self, self => self.IsEmpty);

    public static void Clear<T>(ConcurrentStack<T> self) =>
        AtomicCall.Write(self, self => self.Clear());

    public static T[] ToArray<T>(ConcurrentStack<T> self) =>
        AtomicCall.Read(self, self => self.ToArray());

    public static IEnumerator<T> GetEnumerator<T>(ConcurrentStack<T> self) =>
        AtomicCall.Read(self, self => self.GetEnumerator());

    public static void CopyTo<T>(ConcurrentStack<T> self, T[] array, int index) =>
        AtomicCall.Write(self, self => self.CopyTo(array, index));
}
