using Mono.Cecil;

namespace Grader.Preparing;

/// <summary>Signatures of metadata: in a form that can be compared across assemblies, and as C# writes them.</summary>
internal static class Signatures
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["System.Void"] = "void",
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.Char"] = "char",
        ["System.Int16"] = "short",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.UInt32"] = "uint",
        ["System.UInt64"] = "ulong",
        ["System.Single"] = "float",
        ["System.Double"] = "double",
        ["System.Decimal"] = "decimal",
        ["System.String"] = "string",
        ["System.Object"] = "object",
    };

    /// <summary>Equal for a reference and the definition that it binds to; type parameters go by place, not by name.</summary>
    public static string Shape(MethodReference method) =>
        $"{(method.HasThis ? "" : "static ")}{Shape(method.ReturnType)} {method.Name}`{method.GenericParameters.Count}"
        + $"({string.Join(",", method.Parameters.Select(parameter => Shape(parameter.ParameterType)))})";

    /// <summary>Every type that the signature of a member is made of. A signature says of each whether it is a struct; a mere name does not.</summary>
    public static IEnumerable<TypeReference> Types(MemberReference member)
    {
        var declaring = member.DeclaringType is GenericInstanceType instance ? instance.GenericArguments.SelectMany(Types) : [];
        return declaring.Concat(member switch
        {
            MethodReference method => method.Parameters.Select(parameter => parameter.ParameterType).Prepend(method.ReturnType).SelectMany(Types),
            FieldReference field => Types(field.FieldType),
            _ => [],
        });
    }

    public static string Shape(TypeReference type) => type switch
    {
        GenericParameter parameter => (parameter.Type == GenericParameterType.Method ? "!!" : "!") + parameter.Position,
        GenericInstanceType instance =>
            $"{instance.ElementType.FullName}<{string.Join(",", instance.GenericArguments.Select(Shape))}>",
        ArrayType array => $"{Shape(array.ElementType)}[{array.Rank}]",
        ByReferenceType reference => Shape(reference.ElementType) + "&",
        RequiredModifierType required => $"{Shape(required.ElementType)} modreq {required.ModifierType.FullName}",
        OptionalModifierType optional => $"{Shape(optional.ElementType)} modopt {optional.ModifierType.FullName}",
        _ => type.FullName,
    };

    /// <summary>The member as C# declares it, on <paramref name="owner"/>.</summary>
    public static string Text(MethodReference method, TypeReference owner)
    {
        var type = Name(owner);
        var head = method.HasThis ? "public" : "public static";
        var value = method.Parameters.LastOrDefault()?.ParameterType;
        return method.Name switch
        {
            ".ctor" => $"{head} {type}({Parameters(method)})",
            ['g', 'e', 't', '_', .. var name] when method.Parameters.Count == 0 =>
                $"{head} {Name(method.ReturnType)} {type}.{name} {{ get; }}",
            ['s', 'e', 't', '_', .. var name] when method.Parameters.Count == 1 =>
                $"{head} {Name(value!)} {type}.{name} {{ {(IsInit(method) ? "init" : "set")}; }}",
            ['a', 'd', 'd', '_', .. var name] when method.Parameters.Count == 1 => $"{head} event {Name(value!)} {type}.{name}",
            var name => $"{head} {Name(method.ReturnType)} {type}.{name}{Generics(method)}({Parameters(method)})",
        };
    }

    public static string Name(TypeReference type) => type switch
    {
        GenericInstanceType { ElementType.FullName: "System.Nullable`1" } nullable => Name(nullable.GenericArguments[0]) + "?",
        GenericInstanceType { ElementType.Namespace: "System" } tuple when tuple.ElementType.Name.StartsWith("ValueTuple`", StringComparison.Ordinal) =>
            $"({string.Join(", ", tuple.GenericArguments.Select(Name))})",
        GenericInstanceType instance => $"{Plain(instance.ElementType)}<{string.Join(", ", instance.GenericArguments.Select(Name))}>",
        ArrayType array => $"{Name(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        ByReferenceType reference => "ref " + Name(reference.ElementType),
        RequiredModifierType required => Name(required.ElementType),
        OptionalModifierType optional => Name(optional.ElementType),
        GenericParameter parameter => parameter.Name.StartsWith('!') ? "T" : parameter.Name,
        _ => Keywords.GetValueOrDefault(type.FullName) ?? Plain(type),
    };

    private static string Plain(TypeReference type)
    {
        var name = type.Name.Split('`')[0];
        return type.DeclaringType is { } outer ? $"{Plain(outer)}.{name}" : name;
    }

    private static bool IsInit(MethodReference method) => method.ReturnType is RequiredModifierType;

    private static string Generics(MethodReference method) => method.GenericParameters.Count switch
    {
        0 => "",
        1 => "<T>",
        var count => $"<{string.Join(", ", Enumerable.Range(1, count).Select(i => $"T{i}"))}>",
    };

    private static string Parameters(MethodReference method) =>
        string.Join(", ", method.Parameters.Select(parameter => Name(parameter.ParameterType)
            + (parameter.Name is { Length: > 0 } name ? " " + name : "")));

    private static IEnumerable<TypeReference> Types(TypeReference type) => type switch
    {
        GenericParameter => [],
        GenericInstanceType instance => instance.GenericArguments.SelectMany(Types).Prepend(instance),
        TypeSpecification specification => Types(specification.ElementType),
        _ => [type],
    };
}
