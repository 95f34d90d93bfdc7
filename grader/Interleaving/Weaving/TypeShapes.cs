using System.Collections.Concurrent;
using Interleaving.Platform;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>What the weaver has to know about types in signatures.</summary>
internal static class TypeShapes
{
    // Cecil walks through the forwarders of System.Runtime one by one, each time it is asked.
    private static readonly ConcurrentDictionary<string, TypeDefinition?> Platform = new(StringComparer.Ordinal);

    /// <summary>The type as its own members see it: closed over its own parameters.</summary>
    public static TypeReference Self(TypeDefinition type)
    {
        if (!type.HasGenericParameters)
            return type;
        var self = new GenericInstanceType(type);
        foreach (var parameter in type.GenericParameters)
            self.GenericArguments.Add(parameter);
        return self;
    }

    /// <summary>Replaces type parameters by the arguments that a member reference gives them.</summary>
    public static TypeReference Substitute(TypeReference type, TypeReference? declaring, MethodReference? method = null)
    {
        if (!type.ContainsGenericParameter)
            return type;
        switch (type)
        {
            case GenericParameter { Type: GenericParameterType.Type } parameter:
                return declaring is GenericInstanceType outer && parameter.Position < outer.GenericArguments.Count
                    ? outer.GenericArguments[parameter.Position]
                    : parameter;
            case GenericParameter parameter:
                return method is GenericInstanceMethod instance && parameter.Position < instance.GenericArguments.Count
                    ? instance.GenericArguments[parameter.Position]
                    : parameter;
            case ByReferenceType reference:
                return new ByReferenceType(Substitute(reference.ElementType, declaring, method));
            case PointerType pointer:
                return new PointerType(Substitute(pointer.ElementType, declaring, method));
            case ArrayType array:
                var copy = new ArrayType(Substitute(array.ElementType, declaring, method), array.Rank);
                return copy;
            case IModifierType modifier:
                return Substitute(modifier.ElementType, declaring, method);
            case GenericInstanceType generic:
                var substituted = new GenericInstanceType(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                    substituted.GenericArguments.Add(Substitute(argument, declaring, method));
                return substituted;
            default:
                return type;
        }
    }

    public static TypeReference Unmodified(TypeReference type) => type is IModifierType modifier ? Unmodified(modifier.ElementType) : type;

    /// <summary>The type of a field, as the instruction sees it that names the field.</summary>
    public static TypeReference Field(FieldReference field) => Substitute(Unmodified(field.FieldType), field.DeclaringType);

    /// <summary>The type of a parameter, as a call sees it.</summary>
    public static TypeReference Argument(ParameterDefinition parameter, MethodReference callee) =>
        Substitute(Unmodified(parameter.ParameterType), callee.DeclaringType, callee);

    /// <summary>Whether a hook can be instantiated over the type.</summary>
    public static bool CanBeArgument(TypeReference type) => type switch
    {
        ByReferenceType or PointerType or FunctionPointerType or SentinelType => false,
        GenericParameter parameter => !parameter.Attributes.HasFlag((GenericParameterAttributes)0x20), // allows ref struct
        ArrayType => true,
        { MetadataType: MetadataType.TypedByReference or MetadataType.Void } => false,
        { IsPrimitive: true } => true,
        _ => !IsByRefLike(type),
    };

    public static bool IsByRefLike(TypeReference type)
    {
        if (type is GenericParameter or ArrayType or ByReferenceType or PointerType || type.IsPrimitive)
            return false;
        var name = type.GetElementType().FullName;
        if (name is "System.Span`1" or "System.ReadOnlySpan`1")
            return true;
        return TryResolve(type) is { IsValueType: true, HasCustomAttributes: true } definition
            && definition.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "IsByRefLikeAttribute");
    }

    /// <summary>Whether it is a struct with a field that is not declared <c>readonly</c>.</summary>
    public static bool MayChange(TypeReference type) =>
        TryResolve(type) is { IsValueType: true, IsEnum: false } definition
        && definition.Fields.Any(static field => field is { IsStatic: false, IsInitOnly: false });

    public static bool IsValueType(TypeReference type) =>
        type.IsValueType || (type is not (ArrayType or GenericParameter or ByReferenceType or PointerType)
            && TryResolve(type) is { IsValueType: true });

    public static TypeDefinition? TryResolve(TypeReference type)
    {
        if (type is TypeDefinition definition)
            return definition;
        if (type is GenericParameter)
            return null;
        var element = type.GetElementType();
        return element is TypeDefinition own ? own
            : IsPlatform(element) ? Platform.GetOrAdd(element.FullName, static (_, reference) => Resolve(reference), element)
            : Resolve(element);
    }

    public static FieldDefinition? TryResolve(FieldReference field)
    {
        if (field is FieldDefinition definition)
            return definition;
        try
        {
            return field.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    private static TypeDefinition? Resolve(TypeReference type)
    {
        try
        {
            return type.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    public static MethodDefinition? TryResolve(MethodReference method)
    {
        try
        {
            return method.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    public static bool IsPlatform(TypeReference type) =>
        type.GetElementType().Scope is AssemblyNameReference assembly && References.IsPlatform(assembly.Name);
}
