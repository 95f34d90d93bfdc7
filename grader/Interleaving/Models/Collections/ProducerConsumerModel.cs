using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Interleaving.Models.Collections;

/// <summary>A concurrent collection behind its interface.</summary>
[Models(typeof(IProducerConsumerCollection<>), Passes = ["CopyTo"])]
internal static class ProducerConsumerModel
{
    public static bool TryAdd<T>(IProducerConsumerCollection<T> self, T item) => AtomicCall.Try(self, self => self.TryAdd(item));

    public static bool TryTake<T>(IProducerConsumerCollection<T> self, [MaybeNullWhen(false)] out T item)
    {
        var (done, found) = AtomicCall.Try(self, self => (self.TryTake(out var found), found));
        item = found;
        return done;
    }

    public static T[] ToArray<T>(IProducerConsumerCollection<T> self) => AtomicCall.Read(self, self => self.ToArray());
}
