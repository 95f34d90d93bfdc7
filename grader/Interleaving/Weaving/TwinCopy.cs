using System.Reflection;

namespace Interleaving.Weaving;

/// <summary>Copies an object graph of plain code into the types of its woven twin.</summary>
internal sealed class TwinCopy(WovenContext context) : ObjectCopy
{
    /// <summary>The method of the woven twin.</summary>
    public MethodInfo Twin(MethodInfo method) => Of(method, method.DeclaringType!);

    /// <summary>The type of the woven twin.</summary>
    public Type Twin(Type type) => Of(type);

    /// <summary>The twin of a type; itself when it has none.</summary>
    protected override Type Of(Type type)
    {
        if (type.IsArray)
            return ArrayOf(type, Of(type.GetElementType()!));
        if (type.IsConstructedGenericType)
            return Of(type.GetGenericTypeDefinition()).MakeGenericType([.. type.GetGenericArguments().Select(Of)]);
        return context.Twin(type.Assembly)?.GetType(type.FullName!, throwOnError: true) ?? type;
    }

    protected override bool IsOwn(Type type) => context.Twin(type.Assembly) is not null;

    protected override Delegate Delegate(Delegate original)
    {
        if (original.GetInvocationList() is not [var single])
            return System.Delegate.Combine([.. original.GetInvocationList().Select(Delegate)])!;
        var method = single.Method;
        if (method.DeclaringType is not { } owner || (Of(owner) == owner && !method.GetGenericArguments().Any(type => Of(type) != type)))
            return original;
        return Of(method, owner).CreateDelegate(Of(original.GetType()), Of(single.Target));
    }

    private static Type ArrayOf(Type array, Type element) =>
        element == array.GetElementType() ? array
        : array.IsSZArray ? element.MakeArrayType()
        : element.MakeArrayType(array.GetArrayRank());

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
}
