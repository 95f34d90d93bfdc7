using System.Collections.Concurrent;
using System.Text;

namespace Interleaving.Races;

/// <summary>
/// Objects of the platform that several threads must not use at once unless all only read. The engine does not look into
/// them; it treats a call as one read or write of the whole object.
/// </summary>
internal static class Unsynchronised
{
    /// <summary>The offset that stands for "all of this object"; no field has it.</summary>
    public const nint WholeObject = -1;

    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    public static bool Is(object receiver) => Known.GetOrAdd(receiver.GetType(), static type =>
        type == typeof(StringBuilder) || (type.Namespace is "System.Collections.Generic" or "System.Collections"
            or "System.Collections.ObjectModel" && !type.IsValueType && !type.IsArray));
}
