using System.Reflection;
using System.Runtime.CompilerServices;

namespace Interleaving.Memory;

/// <summary>
/// What a location of the type holds. A struct of a single field is what that field is: it has the same size and the same place, and is
/// read and written at once if the field is.
/// </summary>
/// <typeparam name="T">The type of the location.</typeparam>
internal static class Shape<T>
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Type Innermost = Inner(typeof(T));

    /// <summary>What kind of thing.</summary>
    public static readonly ContentKind Kind =
        Unsafe.SizeOf<T>() > IntPtr.Size ? ContentKind.Struct
        : !Innermost.IsValueType && Unsafe.SizeOf<T>() == IntPtr.Size && !Innermost.IsPointer && !Innermost.IsFunctionPointer ? ContentKind.Reference
        : Innermost == typeof(bool) && Unsafe.SizeOf<T>() == sizeof(bool) ? ContentKind.Flag
        : ContentKind.Value;

    /// <summary>Whether it is a reference, or a struct of one. (Of a class this is known without a look at the shape, which shared code would have to find.)</summary>
    public static bool IsReference => !typeof(T).IsValueType || Kind == ContentKind.Reference;

    /// <summary>The reference that the location holds, or the only field in it.</summary>
    public static object? ReferenceIn(ref T location) => typeof(T).IsValueType ? Unsafe.As<T, object?>(ref location) : location;

    private static Type Inner(Type type)
    {
        while (type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && type.GetFields(Fields) is [var only])
            type = only.FieldType;
        return type;
    }
}
