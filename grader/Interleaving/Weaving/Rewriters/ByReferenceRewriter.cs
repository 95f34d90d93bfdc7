using Interleaving.Instrumentation;
using Interleaving.Naming;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>
/// Adds to calls of the platform what they read and write through references that they are given: an argument is passed as a copy that is read
/// before the call and written back after it, and a struct that the call is made on where it lies is accessed there.
/// </summary>
internal sealed class ByReferenceRewriter(Emitter emitter, EvaluationStack stack)
{
    /// <summary>How a call uses an argument that is passed by reference.</summary>
    internal enum Use
    {
        None,
        In,
        Out,
        Ref,
    }

    public Use[] Uses(MethodReference callee)
    {
        var uses = new Use[callee.Parameters.Count];
        for (var i = 0; i < uses.Length; i++)
        {
            if (TypeShapes.Unmodified(callee.Parameters[i].ParameterType) is ByReferenceType reference
                && stack.Argument(callee, i) is { IsAddress: true, Origin: Origin.Unknown }
                && TypeShapes.CanBeArgument(reference.ElementType) && CanCopy(callee))
                uses[i] = Direction(callee, i);
        }

        return uses;
    }

    /// <summary>Puts an argument back on the stack; what is passed by reference is passed as a copy, to be written back.</summary>
    public VariableDefinition? Load(MethodReference callee, VariableDefinition argument, Use use, int index)
    {
        if (use == Use.None)
        {
            emitter.Emit(OpCodes.Ldloc, argument);
            return null;
        }

        var type = ((ByReferenceType)argument.VariableType).ElementType;
        var copy = emitter.Spill(type, index + Emitter.FirstCopy);
        if (use != Use.Out)
        {
            emitter.Emit(OpCodes.Ldloc, argument);
            emitter.CallAt(emitter.Site(SiteKind.Read, stack.Argument(callee, index).Text ?? "*"), Hooks.ReadIndirect<Any>, type);
            emitter.Emit(OpCodes.Stloc, copy);
        }

        emitter.Emit(OpCodes.Ldloca, copy);
        return copy;
    }

    public void WriteBack(MethodReference callee, VariableDefinition[] arguments, VariableDefinition?[] copies, Use[] uses)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (uses[i] is not (Use.Out or Use.Ref))
                continue;
            emitter.Emit(OpCodes.Ldloc, arguments[i]);
            emitter.Emit(OpCodes.Ldloc, copies[i]);
            emitter.CallAt(emitter.Site(SiteKind.Write, stack.Argument(callee, i).Text ?? "*"), Hooks.WriteIndirect<Any>, copies[i]!.VariableType);
        }
    }

    /// <summary>The type of a struct of the platform that lies in memory others may reach, when a method is called on it there.</summary>
    public TypeReference? Holder(MethodReference callee, TypeReference? constrained)
    {
        if (stack.Receiver(callee) is not { IsAddress: true, Origin: Origin.Unknown, Pointee: { } type } || !TypeShapes.CanBeArgument(type))
            return null;
        return type is GenericParameter || TypeShapes.IsPlatform(type) || (constrained is not null && TypeShapes.TryResolve(type) is { IsEnum: true })
            ? type
            : null;
    }

    /// <summary>The access to such a struct; its address lies on top of the stack, and stays there.</summary>
    public void AccessHolder(MethodReference callee, TypeReference holder)
    {
        var member = stack.Receiver(callee).Text ?? "*";
        emitter.Emit(OpCodes.Dup);
        if (ChangesHolder(callee))
        {
            emitter.CallAt(emitter.Site(SiteKind.Write, member), Hooks.WritingIndirect<Any>, holder);
        }
        else
        {
            emitter.CallAt(emitter.Site(SiteKind.Read, member), Hooks.ReadIndirect<Any>, holder);
            emitter.Emit(OpCodes.Pop);
        }
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
