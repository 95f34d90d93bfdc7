using Interleaving.Naming;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>What a call of the platform reads and writes through the references that it is given.</content>
internal sealed partial class MethodWeaver
{
    /// <summary>Puts an argument back on the stack; what is passed by reference is passed as a copy, to be written back.</summary>
    private VariableDefinition? Load(VariableDefinition argument, Use use, int index, string member)
    {
        if (use == Use.None)
        {
            Emit(OpCodes.Ldloc, argument);
            return null;
        }

        var type = ((ByReferenceType)argument.VariableType).ElementType;
        var copy = Spill(type, index + FirstCopy);
        if (use != Use.Out)
        {
            Emit(OpCodes.Ldloc, argument);
            EmitHook(Hooks.ReadIndirect<Any>, type, Site(SiteKind.Read, member));
            Emit(OpCodes.Stloc, copy);
        }

        Emit(OpCodes.Ldloca, copy);
        return copy;
    }

    private void WriteBack(MethodReference callee, VariableDefinition[] arguments, VariableDefinition?[] copies, Use[] uses)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (uses[i] is not (Use.Out or Use.Ref))
                continue;
            var type = copies[i]!.VariableType;
            Emit(OpCodes.Ldloc, arguments[i]);
            Emit(OpCodes.Ldloc, copies[i]);
            EmitHook(Hooks.WriteIndirect<Any>, type, Site(SiteKind.Write, stack.Peek(callee.Parameters.Count - 1 - i).Text ?? "*"));
        }
    }

    private Use[] Uses(MethodReference callee)
    {
        var uses = new Use[callee.Parameters.Count];
        for (var i = 0; i < uses.Length; i++)
        {
            var type = TypeShapes.Unmodified(callee.Parameters[i].ParameterType);
            var argument = stack.Peek(uses.Length - 1 - i);
            if (type is ByReferenceType reference)
            {
                if (argument is { IsAddress: true, Origin: Origin.Unknown } && TypeShapes.CanBeArgument(reference.ElementType) && CanCopy(callee))
                    uses[i] = Direction(callee, i);
            }
        }

        return uses;
    }

    /// <summary>A struct of the platform that lies in memory others may reach, when a method is called on it there.</summary>
    private TypeReference? Holder(MethodReference callee, TypeReference? constrained)
    {
        var receiver = stack.Peek(callee.Parameters.Count);
        if (receiver is not { IsAddress: true, Origin: Origin.Unknown, Pointee: { } type } || !TypeShapes.CanBeArgument(type))
            return null;
        return type is GenericParameter || TypeShapes.IsPlatform(type) || (constrained is not null && TypeShapes.TryResolve(type) is { IsEnum: true })
            ? type
            : null;
    }

    /// <summary>A setter, or a method that returns nothing and is not declared <c>readonly</c>.</summary>
    private static bool ChangesHolder(MethodReference callee) =>
        (callee.Name == CompilerNames.MoveNext || callee.ReturnType.MetadataType == MetadataType.Void)
        && callee.Name is not (".ctor" or "CopyTo" or "Deconstruct" or "Dispose" or "GetResult" or "OnCompleted" or "UnsafeOnCompleted")
        && TypeShapes.TryResolve(callee) is { DeclaringType.IsValueType: true } definition
        && !definition.CustomAttributes.Any(static one => one.AttributeType.Name == "IsReadOnlyAttribute")
        && !definition.DeclaringType.CustomAttributes.Any(static one => one.AttributeType.Name == "IsReadOnlyAttribute");

    /// <summary>Not where the callee may keep the address or hand it out.</summary>
    private static bool CanCopy(MethodReference callee) =>
        callee.ReturnType is not (ByReferenceType or PointerType) && !callee.Name.Contains("Unsafe", StringComparison.Ordinal) && !TypeShapes.IsByRefLike(callee.ReturnType)
        && callee.DeclaringType.Namespace is not ("System.Runtime.CompilerServices" or "System.Runtime.InteropServices")
        && !(callee.Name == ".ctor" && TypeShapes.IsByRefLike(callee.DeclaringType));

    private static Use Direction(MethodReference callee, int index)
    {
        if (TypeShapes.TryResolve(callee) is not { } definition)
            return Use.Ref;
        var parameter = definition.Parameters[index];
        return parameter.IsOut && !parameter.IsIn ? Use.Out : parameter.IsIn ? Use.In : Use.Ref;
    }
}
