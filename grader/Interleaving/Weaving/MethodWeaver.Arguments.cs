using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>
/// Memory that the platform's methods access for the program: the object they are called on, the collections they are
/// given, and what their by-reference arguments point at.
/// </content>
internal sealed partial class MethodWeaver
{
    /// <summary>Copies are kept apart from arguments of the same type.</summary>
    private const int FirstCopy = 100;

    private enum Use
    {
        None,
        Enumerated,
        In,
        Out,
        Ref,
    }

    /// <summary>Weaves a call that stays as it is, with the accesses that it implies.</summary>
    private void Foreign(Instruction instruction, MethodReference callee, TypeReference? constrained)
    {
        var touched = constrained is null && callee.HasThis && instruction.OpCode.Code != Code.Newobj ? Collections.Access(callee) : null;
        var uses = Uses(callee);
        var holder = instruction.OpCode.Code == Code.Newobj || !callee.HasThis ? null : Holder(callee, constrained);
        if (touched is null && holder is null && Array.TrueForAll(uses, use => use == Use.None))
        {
            Keep(instruction);
            return;
        }

        var member = Member(callee);
        var arguments = callee.Parameters
            .Select((parameter, i) => Spill(TypeOf(parameter, callee), i))
            .ToArray();
        for (var i = arguments.Length - 1; i >= 0; i--)
            Emit(OpCodes.Stloc, arguments[i]);
        if (touched is { } write)
            Touch(write, member);
        if (holder is not null)
        {
            Emit(OpCodes.Dup);
            EmitHook("ReadIndirect", holder, Site(SiteKind.Read, stack.Peek(arguments.Length).Text ?? "*"));
            Emit(OpCodes.Pop);
        }

        var copies = new VariableDefinition?[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            copies[i] = Load(arguments[i], uses[i], i, stack.Peek(arguments.Length - 1 - i).Text ?? "*");
        Keep(instruction);
        if (Array.Exists(uses, use => use is Use.Out or Use.Ref))
            WriteBack(callee, arguments, copies, uses);
    }

    private void Touch(bool write, string member)
    {
        Emit(OpCodes.Dup);
        Emit(write ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
        Emit(OpCodes.Ldc_I4, Site(write ? SiteKind.Write : SiteKind.Read, member));
        Emit(OpCodes.Call, hooks.Get(nameof(Hooks.Touch)));
    }

    /// <summary>Puts an argument back on the stack; what is passed by reference is passed as a copy, to be written back.</summary>
    private VariableDefinition? Load(VariableDefinition argument, Use use, int index, string member)
    {
        if (use is Use.None or Use.Enumerated)
        {
            Emit(OpCodes.Ldloc, argument);
            if (use == Use.Enumerated)
                Touch(write: false, member);
            return null;
        }

        var type = ((ByReferenceType)argument.VariableType).ElementType;
        var copy = Spill(type, index + FirstCopy);
        if (use != Use.Out)
        {
            Emit(OpCodes.Ldloc, argument);
            EmitHook("ReadIndirect", type, Site(SiteKind.Read, member));
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
            EmitHook("WriteIndirect", type, Site(SiteKind.Write, stack.Peek(callee.Parameters.Count - 1 - i).Text ?? "*"));
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
            else if (Collections.Enumerates(callee, i))
            {
                uses[i] = Use.Enumerated;
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

    /// <summary>Not where the callee may keep the address or hand it out.</summary>
    private static bool CanCopy(MethodReference callee) =>
        callee.ReturnType is not (ByReferenceType or PointerType) && !TypeShapes.IsByRefLike(callee.ReturnType)
        && callee.DeclaringType.Namespace is not ("System.Runtime.CompilerServices" or "System.Runtime.InteropServices")
        && !(callee.Name == ".ctor" && TypeShapes.IsByRefLike(callee.DeclaringType));

    private static Use Direction(MethodReference callee, int index)
    {
        if (TypeShapes.TryResolve(callee) is not { } definition)
            return Use.Ref;
        var parameter = definition.Parameters[index];
        return parameter.IsOut && !parameter.IsIn ? Use.Out : parameter.IsIn ? Use.In : Use.Ref;
    }

    private static TypeReference TypeOf(ParameterDefinition parameter, MethodReference callee) =>
        TypeShapes.Substitute(TypeShapes.Unmodified(parameter.ParameterType), callee.DeclaringType, callee);

    private string Member(MethodReference callee)
    {
        var receiver = callee.HasThis ? stack.Peek(callee.Parameters.Count).Text : null;
        return string.IsNullOrEmpty(receiver) ? SourceNames.Call(callee) : $"{receiver}.{SourceNames.Accessed(callee.Name)}";
    }
}
