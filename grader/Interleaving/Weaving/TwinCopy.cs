using System.Reflection;
using System.Runtime.CompilerServices;

namespace Interleaving.Weaving;

/// <summary>
/// Copies an object graph of plain code into the types of its woven twin. What belongs to neither (strings, numbers,
/// collections of them) is shared.
/// </summary>
internal sealed class TwinCopy(WovenContext context)
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static;

    private readonly Dictionary<object, object> copies = new(ReferenceEqualityComparer.Instance);

    /// <summary>The twin of <paramref name="original"/>.</summary>
    /// <exception cref="InvalidOperationException">A type of the platform holds objects of a woven type, a list for example.</exception>
    public object? Of(object? original)
    {
        if (original is null)
            return null;
        if (copies.TryGetValue(original, out var known))
            return known;
        if (original is Delegate method)
            return Delegate(method);

        var type = original.GetType();
        var twin = Of(type);
        if (twin == type)
            return original;
        if (type.IsEnum)
            return Enum.ToObject(twin, original);
        if (original is Array { Rank: 1 } items)
            return Elements(items, twin);
        if (context.Twin(type.Assembly) is null)
        {
            throw new InvalidOperationException(
                $"The body captures a {type.Name} of objects that were made outside of the exploration. Make it inside the body, "
                + "so that each execution starts from scratch.");
        }

        return Fields(original, type, twin);
    }

    private Delegate Delegate(Delegate original)
    {
        if (original.GetInvocationList() is not [var single])
            return System.Delegate.Combine([.. original.GetInvocationList().Select(Delegate)])!;
        var method = single.Method;
        if (method.DeclaringType is not { } owner || Of(owner) == owner && !method.GetGenericArguments().Any(type => Of(type) != type))
            return original;
        return Of(method, owner).CreateDelegate(Of(original.GetType()), Of(single.Target));
    }

    private MethodInfo Of(MethodInfo method, Type owner)
    {
        var open = (MethodBase)method.Module.ResolveMethod(method.MetadataToken)!;
        var twin = Of(owner).GetMethods(Declared).First(candidate =>
            candidate.Name == method.Name && SameParameters(open, candidate.Module.ResolveMethod(candidate.MetadataToken)!));
        return method.IsGenericMethod ? twin.MakeGenericMethod([.. method.GetGenericArguments().Select(Of)]) : twin;
    }

    /// <summary>By name: the same type of two contexts is two types.</summary>
    private static bool SameParameters(MethodBase one, MethodBase other) =>
        one.GetParameters().Select(Name).SequenceEqual(other.GetParameters().Select(Name), StringComparer.Ordinal);

    private static string Name(ParameterInfo parameter) => parameter.ParameterType.ToString();

    private Array Elements(Array original, Type twin)
    {
        var copy = Array.CreateInstance(twin.GetElementType()!, original.Length);
        copies.Add(original, copy);
        for (var i = 0; i < original.Length; i++)
            copy.SetValue(Of(original.GetValue(i)), i);
        return copy;
    }

    private object Fields(object original, Type type, Type twin)
    {
        var copy = RuntimeHelpers.GetUninitializedObject(twin);
        if (!type.IsValueType)
            copies.Add(original, copy);
        for (Type? from = type, to = twin; from is not null; from = from.BaseType, to = to!.BaseType)
        {
            foreach (var field in from.GetFields(Declared & ~BindingFlags.Static))
                to!.GetField(field.Name, Declared)!.SetValue(copy, Of(field.GetValue(original)));
        }

        return copy;
    }

    private Type Of(Type type)
    {
        if (type.IsArray)
            return Of(type.GetElementType()!) is var element && element == type.GetElementType() ? type : element.MakeArrayType();
        if (type.IsConstructedGenericType)
            return Of(type.GetGenericTypeDefinition()).MakeGenericType([.. type.GetGenericArguments().Select(Of)]);
        return context.Twin(type.Assembly)?.GetType(type.FullName!, throwOnError: true) ?? type;
    }
}
