using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Interleaving.Models.Collections;

/// <summary>A queue: its enumerator and its arrays are snapshots.</summary>
[Models(typeof(ConcurrentQueue<>), Passes = [".ctor"])]
internal static class ConcurrentQueueModel
{
    public static void Enqueue<T>(ConcurrentQueue<T> self, T item) =>
        AtomicCall.Write(self, self => self.Enqueue(item));

    public static bool TryDequeue<T>(ConcurrentQueue<T> self, [MaybeNullWhen(false)] out T result)
    {
        var (done, found) = AtomicCall.Try(self, self => (self.TryDequeue(out var found), found));
        result = found;
        return done;
    }

    public static bool TryPeek<T>(ConcurrentQueue<T> self, [MaybeNullWhen(false)] out T result)
    {
        var (done, found) = AtomicCall.Read(self, self => (self.TryPeek(out var found), found));
        result = found;
        return done;
    }

    public static int get_Count<T>(ConcurrentQueue<T> self) =>
        AtomicCall.Read(self, self => self.Count);

    public static bool get_IsEmpty<T>(ConcurrentQueue<T> self) =>
        AtomicCall.Read(self, self => self.IsEmpty);

    public static void Clear<T>(ConcurrentQueue<T> self) =>
        AtomicCall.Write(self, self => self.Clear());

    public static T[] ToArray<T>(ConcurrentQueue<T> self) =>
        AtomicCall.Read(self, self => self.ToArray());

    public static IEnumerator<T> GetEnumerator<T>(ConcurrentQueue<T> self) =>
        AtomicCall.Read(self, self => self.GetEnumerator());

    public static void CopyTo<T>(ConcurrentQueue<T> self, T[] array, int index) =>
        AtomicCall.Write(self, self => self.CopyTo(array, index));
}
