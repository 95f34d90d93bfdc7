using Interleaving.Instrumentation;
using Interleaving.Naming;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>
/// Adds to calls of the platform the accesses that they make to what is not safe for several threads: the object that they are called
/// on, and the collections, arrays, spans and memories that they are given.
/// </summary>
internal sealed class CollectionRewriter(Emitter emitter, EvaluationStack stack)
{
    /// <summary>How the call accesses the object that it is made on. (The compiler calls an overridden method of <see cref="object"/> by that type's name.)</summary>
    public Touching Receiver(MethodReference callee)
    {
        if (callee.Name == "ToString" && callee.DeclaringType.MetadataType == MetadataType.Object)
            return (stack.Peek().Pointee ?? stack.Peek().Type) is { } type && Texts.MayChange(type) ? Touching.Show : Touching.None;
        return Collections.Receiver(callee);
    }

    /// <summary>How the call accesses each collection that it is given; null when it accesses none.</summary>
    public Touching[]? Arguments(MethodReference callee)
    {
        Touching[]? touched = null;
        for (var i = 0; i < callee.Parameters.Count; i++)
        {
            // The array that the compiler makes for a parameter list is nobody else's.
            var touching = Collections.Argument(callee, i);
            if (touching is not (Touching.None or Touching.ReadGraph) && stack.IsFresh(stack.Argument(callee, i)))
                touching = Touching.None;
            if (touching == Touching.None && Texts.Is(callee, i))
                touching = Touching.Show;
            if (touching != Touching.None)
                (touched ??= new Touching[callee.Parameters.Count])[i] = touching;
        }

        return touched;
    }

    /// <summary>How the call accesses arrays, spans and memories that it is given; null when it accesses none.</summary>
    public Touching[]? Bulks(MethodReference callee)
    {
        Touching[]? bulks = null;
        for (var i = 0; i < callee.Parameters.Count; i++)
        {
            if (Bulk.Argument(callee, i) is not Touching.None and var touching && !stack.IsFresh(stack.Argument(callee, i))
                && Collections.Argument(callee, i) == Touching.None)
                (bulks ??= new Touching[callee.Parameters.Count])[i] = touching;
        }

        return bulks;
    }

    /// <summary>A call that goes to a model: what it reads of the collections that it is given.</summary>
    public void TouchArguments(MethodReference callee)
    {
        if (Arguments(callee) is not { } touched)
            return;
        var arguments = emitter.SpillArguments(callee);
        for (var i = 0; i < arguments.Length; i++)
        {
            emitter.Emit(OpCodes.Ldloc, arguments[i]);
            TouchArgument(callee, i, touched[i]);
        }
    }

    /// <summary>Which of the arguments are pairs that the call goes through (<see cref="Collections.Pairs"/>); null when none is.</summary>
    public static TypeReference?[]? Pairs(MethodReference callee)
    {
        TypeReference?[]? pairs = null;
        for (var i = 0; i < callee.Parameters.Count; i++)
        {
            if (Collections.Pairs(callee, i) is { } item)
                (pairs ??= new TypeReference?[callee.Parameters.Count])[i] = item;
        }

        return pairs;
    }

    /// <summary>Pairs on top of the stack, which the call then goes through step by step if they may change meanwhile.</summary>
    public void Step(MethodReference callee, int index, TypeReference item) =>
        emitter.CallAt(emitter.Site(SiteKind.Read, Named(callee, index)), Hooks.Stepped<Any>, item);

    /// <summary>The access to an argument on top of the stack.</summary>
    public void TouchArgument(MethodReference callee, int index, Touching touching)
    {
        if (touching == Touching.None)
            return;
        var write = touching == Touching.Write;
        var site = emitter.Site(write ? SiteKind.Write : SiteKind.Read, Named(callee, index));
        emitter.Emit(OpCodes.Dup);
        if (Thunks.IsForAnyType(touching))
            emitter.Emit(OpCodes.Box, TypeShapes.Argument(callee.Parameters[index], callee));
        if (Thunks.Whole(touching) is { } whole)
        {
            emitter.CallAt(site, whole);
            return;
        }

        emitter.Flag(write);
        emitter.CallAt(site, Hooks.TouchVirtual);
    }

    /// <summary>The access to an array, a span or a memory that is an argument.</summary>
    public void TouchBulk(MethodReference callee, VariableDefinition[] arguments, int index, bool write)
    {
        var type = arguments[index].VariableType;
        var site = emitter.Site(write ? SiteKind.Write : SiteKind.Read, stack.Argument(callee, index).Text ?? "*");
        var width = Bulk.Width(callee);
        emitter.Emit(OpCodes.Ldloc, arguments[index]);
        if (Bulk.Span(type) is { } shown)
        {
            if (width > 0)
            {
                emitter.Emit(OpCodes.Ldc_I4, width);
                emitter.CallAt(site, IsReadOnly(type) ? Hooks.ReadFirst<Any> : Hooks.WriteFirst<Any>, shown);
                return;
            }

            emitter.CallAt(site, IsReadOnly(type) ? Hooks.ReadSpan<Any> : write ? Hooks.WriteSpan<Any> : Hooks.ReadWritableSpan<Any>, shown);
            return;
        }

        if (Bulk.Memory(type) is { } remembered)
        {
            emitter.CallAt(site, IsReadOnly(type) ? Hooks.ReadMemory<Any> : Hooks.WriteMemory<Any>, remembered);
            return;
        }

        // (array, first, count): of an array and an index alone, the item there, as many as make a number, or all from there on as text.
        var first = Bulk.Says(callee, index + 1, "index", "offset", "start");
        Load(first, index + 1, 0);
        var isText = callee.ReturnType.MetadataType == MetadataType.String;
        Load(first && Bulk.Says(callee, index + 2, "count", "length"), index + 2, first && !isText ? Math.Max(1, width) : -1);
        emitter.Flag(write);
        emitter.CallAt(site, Hooks.TouchArray);

        void Load(bool given, int at, int otherwise)
        {
            if (given)
                emitter.Emit(OpCodes.Ldloc, arguments[at]);
            else
                emitter.Emit(OpCodes.Ldc_I4, otherwise);
        }
    }

    /// <summary>The access to the object that a method is called on; it lies on top of the stack, and stays there.</summary>
    public void TouchReceiver(
        Instruction instruction, MethodReference callee, TypeReference? constrained, Touching touching, VariableDefinition[] arguments)
    {
        var write = Writes(touching);
        var site = emitter.Site(write ? SiteKind.Write : SiteKind.Read, stack.Called(callee));
        if (constrained is null && TypeShapes.IsValueType(callee.DeclaringType))
        {
            if (!Collections.StandsForAnother(callee))
                return;
            emitter.Emit(OpCodes.Dup);
            emitter.Flag(write && callee.Name != CompilerNames.MoveNext);
            emitter.CallAt(site, Hooks.TouchView<Any>, callee.DeclaringType);
            return;
        }

        emitter.Emit(OpCodes.Dup);
        if (constrained is not null)
        {
            emitter.Emit(OpCodes.Ldobj, constrained);
            emitter.Emit(OpCodes.Box, constrained);
        }

        if (touching is Touching.ReadItem or Touching.WriteItem)
        {
            emitter.Emit(OpCodes.Ldloc, arguments[0]);
            emitter.Flag(write);
            emitter.CallAt(site, Hooks.TouchItem);
        }
        else if (Thunks.Whole(touching) is { } whole)
        {
            emitter.CallAt(site, whole);
        }
        else
        {
            emitter.Flag(write);
            emitter.CallAt(site, Thunks.Touch(instruction.OpCode.Code, callee));
        }
    }

    public static bool Writes(Touching touching) => touching is Touching.Write or Touching.WriteItem or Touching.WritePlace or Touching.ReadOn;

    /// <summary>What the argument is called, or the call itself where it is an expression without a name.</summary>
    private string Named(MethodReference callee, int index) =>
        stack.Argument(callee, index).Text is { Length: > 0 } text ? text : SourceNames.Call(callee);

    private static bool IsReadOnly(TypeReference type) => type.Name.StartsWith("ReadOnly", StringComparison.Ordinal);
}
