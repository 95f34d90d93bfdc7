using System.Reflection;
using System.Runtime.CompilerServices;

namespace Interleaving.Races;

/// <summary>What a struct of the platform goes over or looks into: the first reference in it.</summary>
/// <typeparam name="T">The struct.</typeparam>
internal static class Viewed<T>
    where T : struct
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>
    /// The way to a reference that lies in a struct within the struct; empty where the struct has one itself. Only then does the runtime lay it out
    /// first, and the platform's enumerators declare what they go over first: the enumerator of a sorted dictionary begins with a number.
    /// </summary>
    private static readonly FieldInfo[]? Way = WayIn(typeof(T));

    public static object? In(ref T view) => Way switch
    {
        null => null,
        [] => Unsafe.As<T, object?>(ref view),
        _ => Way.Aggregate((object?)view, static (within, field) => field.GetValue(within)),
    };

    private static FieldInfo[]? WayIn(Type type)
    {
        var fields = type.GetFields(Fields);
        if (Array.Exists(fields, IsReference))
            return [];
        foreach (var field in fields.Where(static field => !field.FieldType.IsPrimitive && !field.FieldType.IsEnum && !field.FieldType.IsPointer))
        {
            if (WayIn(field.FieldType) is { } rest)
                return [field, .. rest is [] ? [Array.Find(field.FieldType.GetFields(Fields), IsReference)!] : rest];
        }

        return null;
    }

    private static bool IsReference(FieldInfo field) => !field.FieldType.IsValueType && !field.FieldType.IsPointer && !field.FieldType.IsByRef;
}
