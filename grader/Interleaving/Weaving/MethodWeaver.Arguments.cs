using Interleaving.Naming;
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
        Allocation(callee, before: true);
        Accessing(instruction, callee, constrained);
        Allocation(callee, before: false);
    }

    private void Accessing(Instruction instruction, MethodReference callee, TypeReference? constrained)
    {
        var touching = instruction.OpCode.Code == Code.Newobj || !callee.HasThis ? Touching.None : Receiver(callee);
        var touched = Touched(callee);
        var bulks = Bulks(callee);
        var uses = Uses(callee);
        var holder = instruction.OpCode.Code == Code.Newobj || !callee.HasThis ? null : Holder(callee, constrained);
        var cost = Costs.Of(callee, constrained);
        var mayLeave = constrained is null && PoolBound.Is(callee);
        var ordered = constrained is null ? Ordering.Of(callee) : OrderedBy.Nothing;
        if (cost == Cost.None && !mayLeave && ordered == OrderedBy.Nothing && touching == Touching.None && touched is null && bulks is null
            && holder is null && Array.TrueForAll(uses, use => use == Use.None))
        {
            Keep(instruction);
            return;
        }

        var arguments = Spill(callee);
        if (mayLeave)
            StayHere(callee);

        var key = ordered == OrderedBy.Nothing ? null : Kept(instruction, callee);
        if (touching != Touching.None)
            Touch(instruction, callee, constrained, touching, arguments);
        var before = cost == Cost.None ? null : Charge(instruction, callee, constrained, arguments, cost);
        if (holder is not null)
        {
            Emit(OpCodes.Dup);
            if (ChangesHolder(callee))
            {
                EmitHook(Hooks.WritingIndirect<Any>, holder, Site(SiteKind.Write, stack.Peek(arguments.Length).Text ?? "*"));
            }
            else
            {
                EmitHook(Hooks.ReadIndirect<Any>, holder, Site(SiteKind.Read, stack.Peek(arguments.Length).Text ?? "*"));
                Emit(OpCodes.Pop);
            }
        }

        var copies = new VariableDefinition?[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            copies[i] = Load(arguments[i], uses[i], i, Text(arguments.Length, i));
            if (touched is not null)
                Touch(touched[i], Given(callee, i));
            if (bulks is not null && bulks[i] != Touching.None)
                TouchBulk(callee, arguments, i, bulks[i] == Touching.Write);
        }

        if (key is not null)
            OrderBefore(callee, ordered, key);
        Keep(instruction);
        if (cost is Cost.Result or Cost.Growth)
            ChargeResult(callee, before);
        if (key is not null)
            OrderAfter(key);
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
            Touch(touched[i], Given(callee, i));
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

    /// <summary>What an argument is called; the call itself where it is an expression without a name.</summary>
    private string Given(MethodReference callee, int index) =>
        stack.Peek(callee.Parameters.Count - 1 - index).Text is { Length: > 0 } text ? text : SourceNames.Call(callee);

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

    /// <summary>How the call accesses arrays, spans and memories that it is given; null when it accesses none.</summary>
    private Touching[]? Bulks(MethodReference callee)
    {
        Touching[]? bulks = null;
        for (var i = 0; i < callee.Parameters.Count; i++)
        {
            if (Bulk.Argument(callee, i) is not (not Touching.None and var touching) || stack.IsFresh(stack.Peek(callee.Parameters.Count - 1 - i)))
                continue;
            if (Collections.Argument(callee, i) == Touching.None)
                (bulks ??= new Touching[callee.Parameters.Count])[i] = touching;
        }

        return bulks;
    }

    private void TouchBulk(MethodReference callee, VariableDefinition[] arguments, int index, bool write)
    {
        var type = arguments[index].VariableType;
        var site = Site(write ? SiteKind.Write : SiteKind.Read, Text(arguments.Length, index));
        Emit(OpCodes.Ldloc, arguments[index]);
        if (Bulk.Span(type) is { } shown)
        {
            EmitHook(IsReadOnly(type) ? Hooks.ReadSpan<Any> : write ? Hooks.WriteSpan<Any> : Hooks.ReadWritableSpan<Any>, shown, site);
            return;
        }

        if (Bulk.Memory(type) is { } remembered)
        {
            EmitHook(IsReadOnly(type) ? Hooks.ReadMemory<Any> : Hooks.WriteMemory<Any>, remembered, site);
            return;
        }

        // (array, first, count): of an array and an index alone, the item there.
        var first = Bulk.Says(callee, index + 1, "index", "offset", "start");
        Load(first, index + 1, 0);
        Load(first && Bulk.Says(callee, index + 2, "count", "length"), index + 2, first ? 1 : -1);
        Emit(write ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
        Emit(OpCodes.Ldc_I4, site);
        Emit(OpCodes.Call, hooks.Get(Hooks.TouchArray));

        void Load(bool given, int at, int otherwise)
        {
            if (given)
                Emit(OpCodes.Ldloc, arguments[at]);
            else
                Emit(OpCodes.Ldc_I4, otherwise);
        }
    }

    private static bool IsReadOnly(TypeReference type) => type.Name.StartsWith("ReadOnly", StringComparison.Ordinal);

    /// <summary>The access to the object that a method is called on; it lies on top of the stack, and stays there.</summary>
    private void Touch(
        Instruction instruction, MethodReference callee, TypeReference? constrained, Touching touching, VariableDefinition[] arguments)
    {
        var write = touching is Touching.Write or Touching.WriteItem or Touching.ReadOn;
        var site = Site(write ? SiteKind.Write : SiteKind.Read, Member(callee));
        if (constrained is null && TypeShapes.IsValueType(callee.DeclaringType))
        {
            if (!Collections.StandsForAnother(callee))
                return;
            Emit(OpCodes.Dup);
            Emit(write && callee.Name != CompilerNames.MoveNext ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
            EmitHook(Hooks.TouchView<Any>, callee.DeclaringType, site);
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
            EmitTouch(Hooks.TouchItem, write, site);
        }
        else if (Thunks.Whole(touching) is { } whole)
        {
            EmitTouch(whole, null, site);
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
            EmitTouch(Hooks.Enumerate, null, Site(SiteKind.Read, member));
        else
            EmitTouch(Hooks.TouchVirtual, touching == Touching.Write, Site(touching == Touching.Write ? SiteKind.Write : SiteKind.Read, member));
    }

    private void EmitTouch(Delegate hook, bool? write, int site)
    {
        if (write is { } writes)
            Emit(writes ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
        Emit(OpCodes.Ldc_I4, site);
        Emit(OpCodes.Call, hooks.Get(hook));
    }

    private static TypeReference TypeOf(ParameterDefinition parameter, MethodReference callee) =>
        TypeShapes.Substitute(TypeShapes.Unmodified(parameter.ParameterType), callee.DeclaringType, callee);

    private string Member(MethodReference callee) =>
        Member(callee, callee.HasThis ? stack.Peek(callee.Parameters.Count) : default);

    private static string Member(MethodReference callee, Slot receiver) => string.IsNullOrEmpty(receiver.Text)
        ? SourceNames.Call(callee)
        : $"{receiver.Text}.{CompilerNames.Accessed(callee.Name)}";
}
