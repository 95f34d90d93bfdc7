using System.Collections;
using System.Reflection;
using Interleaving.Platform;

namespace Interleaving.Memory;

/// <summary>
/// What the platform makes for <c>foreach</c> over an array, or a segment of one, that goes by an interface. It keeps the array and the index of the
/// item that it stands at, so which item comes next can be seen before it is read.
/// </summary>
internal static class ArrayEnumerators
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.NonPublic;

    private static readonly KnownTypes<(FieldInfo Array, FieldInfo Index, FieldInfo? End)?> Known = new(Find);

    /// <summary>Where the enumerator goes next, which may be behind the last item; null when it is no array's.</summary>
    public static (Array Array, int Index)? Next(object enumerator)
    {
        if (enumerator is not IEnumerator || Known.Of(enumerator.GetType()) is not { } fields
            || fields.Array.GetValue(enumerator) is not Array array)
            return null;
        var index = fields.Index.GetValue(enumerator) is nint wide ? (int)wide : (int)fields.Index.GetValue(enumerator)!;
        return fields.End?.GetValue(enumerator) is int end && index + 1 >= end ? (array, array.Length) : (array, index + 1);
    }

    private static (FieldInfo Array, FieldInfo Index, FieldInfo? End)? Find(Type type)
    {
        if (type.DeclaringType == typeof(ArraySegment<>))
            return (Field(type, "_array")!, Field(type, "_current")!, Field(type, "_end"));
        if (type.Assembly != typeof(Array).Assembly || !type.Name.Contains("ArrayEnumerator", StringComparison.Ordinal))
            return null;
        var array = Field(type, "_array");
        var index = Field(type, "_index");
        return array is null || index is null ? null : (array, index, null);
    }

    private static FieldInfo? Field(Type? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetField(name, Fields) is { } field)
                return field;
        }

        return null;
    }
}
