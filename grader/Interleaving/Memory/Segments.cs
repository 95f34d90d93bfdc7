using System.Reflection;
using Interleaving.Platform;

namespace Interleaving.Memory;

/// <summary>Segments of arrays in a box, as an interface needs one.</summary>
internal static class Segments
{
    private static readonly KnownTypes<FieldInfo[]> Known = new(static type =>
        Array.ConvertAll(["_array", "_offset", "_count"], name => type.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!));

    /// <param name="segment">An <see cref="ArraySegment{T}"/>; its array is null when it is none of any.</param>
    public static (Array? Array, int Offset, int Count) Of(object segment)
    {
        var fields = Known.Of(segment.GetType());
        return ((Array?)fields[0].GetValue(segment), (int)fields[1].GetValue(segment)!, (int)fields[2].GetValue(segment)!);
    }
}
