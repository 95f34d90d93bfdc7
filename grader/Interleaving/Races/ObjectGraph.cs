using System.Reflection;
using Interleaving.Platform;

namespace Interleaving.Races;

/// <summary>
/// What is reached from an object through fields and elements. By reflection, since references also lie where no hook looks: in
/// the array of a list, in a delegate. Runs no code of the program.
/// </summary>
internal static class ObjectGraph
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>A bound on the work; of a larger graph, the part that is nearest to the root is known.</summary>
    private const int Most = 50_000;

    private static readonly KnownTypes<FieldInfo[]> Known = new(AllFields);

    /// <param name="root">Where to start.</param>
    /// <param name="except">Objects that are not gone through.</param>
    public static HashSet<object> From(object root, IReadOnlyCollection<object> except)
    {
        var reached = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var blocked = new HashSet<object>(except, ReferenceEqualityComparer.Instance);
        var left = new Queue<object>();
        Meet(root);
        while (left.TryDequeue(out var next) && reached.Count < Most)
            Look(next);
        return reached;

        void Meet(object? value)
        {
            if (value is null or string or MemberInfo or Assembly or Module or Thread or Pointer || value.GetType().IsPrimitive)
                return;
            if (value.GetType().Assembly == typeof(ObjectGraph).Assembly || blocked.Contains(value))
                return;
            if (value is ValueType)
                Look(value);
            else if (reached.Add(value))
                left.Enqueue(value);
        }

        void Look(object value)
        {
            if (value is Array array)
            {
                if (HoldsReferences(array.GetType().GetElementType()!))
                {
                    foreach (var item in array)
                        Meet(item);
                }

                return;
            }

            foreach (var field in Known.Of(value.GetType()))
                Meet(field.GetValue(value));
        }
    }

    private static FieldInfo[] AllFields(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var at = type; at is not null; at = at.BaseType)
            fields.AddRange(at.GetFields(Declared).Where(field => field.FieldType != type && HoldsReferences(field.FieldType) || !type.IsValueType && field.FieldType == type));
        return [.. fields];
    }

    private static bool HoldsReferences(Type type)
    {
        if (type == typeof(string) || type.IsPrimitive || type.IsEnum || type.IsPointer || type.IsFunctionPointer)
            return false;
        return !type.IsValueType || (!type.IsByRefLike && Known.Of(type).Length > 0);
    }
}
