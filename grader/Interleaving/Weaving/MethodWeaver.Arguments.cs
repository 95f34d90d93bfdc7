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
        In,
        Out,
        Ref,
    }

    /// <summary>Weaves a call that stays as it is, with the accesses that it implies.</summary>
    private void Foreign(Instruction instruction, MethodReference callee, TypeReference? constrained)
    {
        var touching = instruction.OpCode.Code == Code.Newobj || !callee.HasThis ? Touching.None : Receiver(callee);
        var touched = Touched(callee);
        var uses = Uses(callee);
        var holder = instruction.OpCode.Code == Code.Newobj || !callee.HasThis ? null : Holder(callee, constrained);
        if (touching == Touching.None && touched is null && holder is null && Array.TrueForAll(uses, use => use == Use.None))
        {
            Keep(instruction);
            return;
        }

        var arguments = Spill(callee);
        if (touching != Touching.None)
            Touch(instruction, callee, constrained, touching, arguments);
        if (holder is not null)
        {
            Emit(OpCodes.Dup);
            EmitHook("ReadIndirect", holder, Site(SiteKind.Read, stack.Peek(arguments.Length).Text ?? "*"));
            Emit(OpCodes.Pop);
        }

        var copies = new VariableDefinition?[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            copies[i] = Load(arguments[i], uses[i], i, Text(arguments.Length, i));
            if (touched is not null)
                Touch(touched[i], Text(arguments.Length, i));
        }

        Keep(instruction);
        if (Array.Exists(uses, use => use is Use.Out or Use.Ref))
            WriteBack(callee, arguments, copies, uses);
    }

    /// <summary>A call that goes to a model: what it reads of the collections that it is given.</summary>
    private void TouchArguments(MethodReference callee)
    {
        if (Touched(callee) is not { } touched)
            return;
        var arguments = Spill(callee);
        for (var i = 0; i < arguments.Length; i++)
        {
            Emit(OpCodes.Ldloc, arguments[i]);
            Touch(touched[i], Text(arguments.Length, i));
        }
    }

    private VariableDefinition[] Spill(MethodReference callee)
    {
        var arguments = callee.Parameters
            .Select((parameter, i) => Spill(TypeOf(parameter, callee), i))
            .ToArray();
        for (var i = arguments.Length - 1; i >= 0; i--)
            Emit(OpCodes.Stloc, arguments[i]);
        return arguments;
    }

    private string Text(int arguments, int index) => stack.Peek(arguments - 1 - index).Text ?? "*";

    /// <summary>The compiler calls an overridden method of <see cref="object"/> by that type's name.</summary>
    private Touching Receiver(MethodReference callee)
    {
        if (callee.Name == "ToString" && callee.DeclaringType.MetadataType == MetadataType.Object)
            return stack.Peek().Type is { FullName: "System.Text.StringBuilder" or "System.IO.StringWriter" } ? Touching.Read : Touching.None;
        return Collections.Receiver(callee);
    }

    /// <summary>How the call accesses each argument; null when it accesses none.</summary>
    private Touching[]? Touched(MethodReference callee)
    {
        Touching[]? touched = null;
        for (var i = 0; i < callee.Parameters.Count; i++)
        {
            if (Collections.Argument(callee, i) is not (not Touching.None and var touching))
                continue;

            // The array that the compiler makes for a parameter list is nobody else's.
            if (!stack.IsFresh(stack.Peek(callee.Parameters.Count - 1 - i)))
                (touched ??= new Touching[callee.Parameters.Count])[i] = touching;
        }

        return touched;
    }

    /// <summary>The access to the object that a method is called on; it lies on top of the stack, and stays there.</summary>
    private void Touch(
        Instruction instruction, MethodReference callee, TypeReference? constrained, Touching touching, VariableDefinition[] arguments)
    {
        var write = touching is Touching.Write or Touching.WriteItem;
        var site = Site(write ? SiteKind.Write : SiteKind.Read, Member(callee));
        if (constrained is null && TypeShapes.IsValueType(callee.DeclaringType))
        {
            if (callee.Name != "MoveNext")
                return;
            Emit(OpCodes.Dup);
            Emit(OpCodes.Ldc_I4_0);
            EmitHook(nameof(Hooks.TouchView), callee.DeclaringType, site);
            return;
        }

        Emit(OpCodes.Dup);
        if (constrained is not null)
        {
            Emit(OpCodes.Ldobj, constrained);
            Emit(OpCodes.Box, constrained);
        }

        if (touching is Touching.ReadItem or Touching.WriteItem)
        {
            Emit(OpCodes.Ldloc, arguments[0]);
            EmitTouch(nameof(Hooks.TouchItem), write, site);
        }
        else if (touching == Touching.ReadItems)
        {
            EmitTouch(nameof(Hooks.Enumerate), null, site);
        }
        else
        {
            EmitTouch(Thunks.Touch(instruction.OpCode.Code, callee), write, site);
        }
    }

    /// <summary>The access to an argument on top of the stack.</summary>
    private void Touch(Touching touching, string member)
    {
        if (touching == Touching.None)
            return;
        Emit(OpCodes.Dup);
        if (touching == Touching.ReadItems)
            EmitTouch(nameof(Hooks.Enumerate), null, Site(SiteKind.Read, member));
        else
            EmitTouch(nameof(Hooks.TouchVirtual), touching == Touching.Write, Site(touching == Touching.Write ? SiteKind.Write : SiteKind.Read, member));
    }

    private void EmitTouch(string hook, bool? write, int site)
    {
        if (write is { } writes)
            Emit(writes ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
        Emit(OpCodes.Ldc_I4, site);
        Emit(OpCodes.Call, hooks.Get(hook));
    }

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

    private string Member(MethodReference callee) =>
        Member(callee, callee.HasThis ? stack.Peek(callee.Parameters.Count) : default);

    private static string Member(MethodReference callee, Slot receiver) => string.IsNullOrEmpty(receiver.Text)
        ? SourceNames.Call(callee)
        : $"{receiver.Text}.{SourceNames.Accessed(callee.Name)}";
}
