using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Interleaving.Platform;

namespace Interleaving.Races;

/// <summary>
/// The collections of the platform that a serializer goes through when it is given an object: those that the object, or what it
/// holds, shows by its public properties. By reflection on fields: it runs no code of the program, so only properties without code count, and
/// what has a converter of its own is left out.
/// </summary>
internal sealed class SerialisedGraph
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>A bound on the work.</summary>
    private const int Most = 10_000;

    private static readonly KnownTypes<FieldInfo[]> Known = new(static type => [.. Shown(type)]);

    private readonly HashSet<object> met = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<object> left = new();
    private readonly List<object> collections = [];

    /// <param name="root">What is serialised.</param>
    public static IReadOnlyList<object> Collections(object root)
    {
        var graph = new SerialisedGraph();
        graph.Meet(root, shown: true);
        while (graph.left.TryDequeue(out var next) && graph.met.Count < Most)
            graph.Look(next);
        return graph.collections;
    }

    /// <param name="value">Something that is reached.</param>
    /// <param name="shown">Whether the program knows it: not of what a collection of the platform is made of.</param>
    private void Meet(object? value, bool shown)
    {
        if (value is null or string or Delegate or MemberInfo || value.GetType().IsPrimitive)
            return;
        if (value is ValueType)
        {
            Look(value);
        }
        else if (met.Add(value))
        {
            left.Enqueue(value);
            if (shown && value is IEnumerable && Footprint.Of(value.GetType()) is { IsOverridden: false, Kind: not FootprintKind.None })
                collections.Add(value);
        }
    }

    private void Look(object value)
    {
        if (value is Array array)
        {
            if (!array.GetType().GetElementType()!.IsPrimitive)
            {
                foreach (var item in array)
                    Meet(item, shown: true);
            }

            return;
        }

        var isPlatform = Footprint.IsOfThePlatform(value.GetType());
        foreach (var field in Known.Of(value.GetType()))
            Meet(field.GetValue(value), shown: !isPlatform || HoldsItem(field));
    }

    /// <summary>Whether the field of a collection holds an item, rather than an array or a node that items are in.</summary>
    private static bool HoldsItem(FieldInfo field) => field.Module.ResolveField(field.MetadataToken)!.FieldType.IsGenericParameter;

    private static IEnumerable<FieldInfo> Shown(Type type)
    {
        if (type.CustomAttributes.Any(static one => one.AttributeType.Name == "JsonConverterAttribute"))
            yield break;
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            var isPlatform = Footprint.IsOfThePlatform(at);
            if (isPlatform && at.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) != true && (at.IsValueType || !typeof(ITuple).IsAssignableFrom(at)))
                continue;
            foreach (var field in at.GetFields(Fields))
            {
                if (!field.FieldType.IsPrimitive && field.FieldType != typeof(string) && (isPlatform || IsShown(at, field)))
                    yield return field;
            }
        }
    }

    /// <summary>Whether the field is that of a public property without code. Another may lock, and hand out a copy.</summary>
    private static bool IsShown(Type type, FieldInfo field) => Array.Exists(
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly),
        property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && Backs(field.Name, property.Name)
            && property.PropertyType.IsAssignableFrom(field.FieldType)
            && !property.CustomAttributes.Any(one => one.AttributeType.Name is "JsonIgnoreAttribute" or "JsonConverterAttribute" or "XmlIgnoreAttribute" or "IgnoreDataMemberAttribute"));

    private static bool Backs(string field, string property) =>
        field == $"<{property}>k__BackingField" || field == $"<{property}>i__Field";
}
