using System.Globalization;
using System.Text;
using Mono.Cecil;

namespace Interleaving.Models;

/// <summary>
/// One spelling for a member's signature, whether it comes from metadata or from reflection: <c>!0</c> is the first type
/// parameter of the declaring type, <c>!!0</c> the first of the method.
/// </summary>
internal static class Signatures
{
    public static string Of(string name, int arity, IEnumerable<string> parameters) =>
        $"{name}`{arity.ToString(CultureInfo.InvariantCulture)}({string.Join(',', parameters)})";

    /// <param name="type">The type to spell.</param>
    /// <param name="typeArity">How many leading type parameters of a model's method stand for those of the modelled type.</param>
    public static string Of(Type type, int typeArity)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!, typeArity) + "&";
        if (type.IsPointer)
            return Of(type.GetElementType()!, typeArity) + "*";
        if (type.IsArray)
            return Of(type.GetElementType()!, typeArity) + Brackets(type.GetArrayRank());
        if (type.IsGenericParameter)
        {
            var position = type.GenericParameterPosition;
            if (type.DeclaringMethod is null || position < typeArity)
                return "!" + position.ToString(CultureInfo.InvariantCulture);
            return "!!" + (position - typeArity).ToString(CultureInfo.InvariantCulture);
        }

        return type.IsGenericType
            ? $"{Name(type)}<{string.Join(',', type.GetGenericArguments().Select(argument => Of(argument, typeArity)))}>"
            : Name(type);
    }

    /// <summary>The full name of a type without its arguments, nested types behind a slash.</summary>
    public static string Name(Type type) => type.DeclaringType is { } outer && !type.IsGenericParameter
        ? $"{Name(outer)}/{type.Name}"
        : type.Namespace is null ? type.Name : $"{type.Namespace}.{type.Name}";

    public static string Of(TypeReference type)
    {
        var text = new StringBuilder();
        Append(text, type);
        return text.ToString();
    }

    private static void Append(StringBuilder text, TypeReference type)
    {
        switch (type)
        {
            case GenericParameter parameter:
                text.Append(parameter.Type == GenericParameterType.Type ? "!" : "!!").Append(parameter.Position);
                break;
            case ByReferenceType reference:
                Append(text, reference.ElementType);
                text.Append('&');
                break;
            case PointerType pointer:
                Append(text, pointer.ElementType);
                text.Append('*');
                break;
            case ArrayType array:
                Append(text, array.ElementType);
                text.Append(Brackets(array.Rank));
                break;
            case IModifierType modifier:
                Append(text, modifier.ElementType);
                break;
            case GenericInstanceType instance:
                text.Append(instance.ElementType.FullName).Append('<');
                for (var i = 0; i < instance.GenericArguments.Count; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    Append(text, instance.GenericArguments[i]);
                }

                text.Append('>');
                break;
            default:
                text.Append(type.FullName);
                break;
        }
    }

    private static string Brackets(int rank) => rank == 1 ? "[]" : $"[{new string(',', rank - 1)}]";
}
