using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Interleaving.Models.Collections;

/// <summary>A bag. Which item a thread takes depends on the threads that added; hosts are handed out in the same order in every run.</summary>
[Models(typeof(ConcurrentBag<>), Passes = [".ctor"])]
internal static class ConcurrentBagModel
{
    public static void Add<T>(ConcurrentBag<T> self, T item) =>
        AtomicCall.Write(self, self => self.Add(item));

    public static bool TryTake<T>(ConcurrentBag<T> self, [MaybeNullWhen(false)] out T result)
    {
        var (done, found) = AtomicCall.Try(self, self => (self.TryTake(out var found), found));
        result = found;
        return done;
    }

    public static bool TryPeek<T>(ConcurrentBag<T> self, [MaybeNullWhen(false)] out T result)
    {
        var (done, found) = AtomicCall.Read(self, self => (self.TryPeek(out var found), found));
        result = found;
        return done;
    }

    public static int get_Count<T>(ConcurrentBag<T> self) =>
        AtomicCall.Read(self, self => self.Count);

    public static bool get_IsEmpty<T>(ConcurrentBag<T> self) =>
        AtomicCall.Read(self, self => self.IsEmpty);

    public static void Clear<T>(ConcurrentBag<T> self) =>
        AtomicCall.Write(self, self => self.Clear());

    public static T[] ToArray<T>(ConcurrentBag<T> self) =>
        AtomicCall.Read(self, self => self.ToArray());

    public static IEnumerator<T> GetEnumerator<T>(ConcurrentBag<T> self) =>
        AtomicCall.Read(self, self => self.GetEnumerator());

    public static void CopyTo<T>(ConcurrentBag<T> self, T[] array, int index) =>
        AtomicCall.Write(self, self => self.CopyTo(array, index));
}
