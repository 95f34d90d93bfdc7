using System.Buffers;
using System.Collections.Concurrent;

namespace Interleaving.Models;

/// <summary>Memory that a pool of the platform's gave away. To dispose of it gives it back, to be handed to the next.</summary>
internal static class MemoryOwners
{
    /// <summary>What rents and returns are ordered by.</summary>
    public const string Pool = "System.Buffers.MemoryPool`1";

    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    public static bool Is(object target) => Known.GetOrAdd(
        target.GetType(),
        static type => type.Assembly == typeof(MemoryPool<>).Assembly
            && Array.Exists(type.GetInterfaces(), one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IMemoryOwner<>)));
}
