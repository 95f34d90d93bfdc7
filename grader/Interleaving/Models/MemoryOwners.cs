using System.Buffers;
using Interleaving.Platform;

namespace Interleaving.Models;

/// <summary>Memory that a pool of the platform's gave away. To dispose of it gives it back, to be handed to the next.</summary>
internal static class MemoryOwners
{
    /// <summary>What rents and returns are ordered by.</summary>
    public const string Pool = "System.Buffers.MemoryPool`1";

    private static readonly KnownTypes<bool> Known = new(
        static type => type.Assembly == typeof(MemoryPool<>).Assembly
            && Array.Exists(type.GetInterfaces(), one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IMemoryOwner<>)));

    public static bool Is(object target) => Known.Of(target.GetType());
}
