using Interleaving.Naming;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>What is counted and recorded: entries and loops.</content>
internal sealed partial class MethodWeaver
{
    /// <summary>
    /// One unit of work for each call: of methods, lambdas, local functions and constructors with a body of their own.
    /// A state machine's steps are not calls of anybody, and an automatic property is a field in disguise.
    /// </summary>
    private void Entry()
    {
        EnsureOnEntry();
        Iterating();
        Inside();
        if (SourceNames.IsStateMachine(method.DeclaringType) || weaver.IsCompilerGenerated(method) || Statics.IsInitializer(method))
            return;
        Emit(OpCodes.Call, hooks.Get(Hooks.Call));
        if (IsNamed())
            RecordEntry();
    }

    private void EnsureOnEntry()
    {
        if (weaver.Statics.EnsureOnEntry(method) is { } ensure)
            Emit(OpCodes.Call, ensure);
    }

    /// <summary>An iterator keeps its place in fields of its own, which two operations that share it both use.</summary>
    private void Iterating()
    {
        var step = method.Name == CompilerNames.MoveNext;
        if (!SourceNames.IsStateMachine(method.DeclaringType) || (!step && !method.Name.EndsWith("get_Current", StringComparison.Ordinal))
            || !method.DeclaringType.Interfaces.Any(one => one.InterfaceType.FullName == "System.Collections.IEnumerator"))
            return;
        Emit(OpCodes.Ldarg, method.Body.ThisParameter);
        Emit(step ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
        var iterator = CompilerNames.Iterator(method.DeclaringType.Name);
        Emit(OpCodes.Ldc_I4, Site(step ? SiteKind.Write : SiteKind.Read, $"the iterator {iterator}"));
        Emit(OpCodes.Call, hooks.Get(Hooks.Iterate));
    }

    /// <summary>A method of a struct may be called on one in a box, where it does not learn which box.</summary>
    private void Inside()
    {
        var type = method.DeclaringType;
        if (!type.IsValueType || !method.HasThis || method.IsConstructor || SourceNames.IsStateMachine(type) || TypeShapes.IsByRefLike(type)
            || !TypeShapes.MayChange(type) || !Array.Exists(original, static one => one.Operand is ParameterDefinition { Index: -1 }))
            return;
        Emit(OpCodes.Ldarg, method.Body.ThisParameter);
        Emit(OpCodes.Call, hooks.Get(Hooks.Inside<Any>, TypeShapes.Self(type)));
    }

    private bool IsNamed() =>
        !CompilerNames.IsMadeUp(method.Name) && !method.IsSpecialName && !SourceNames.IsCompilers(method.DeclaringType) && points.Length > 0;

    private void RecordEntry()
    {
        var start = original[0];
        var parameters = method.Parameters;
        Emit(OpCodes.Ldsfld, hooks.Recording);
        Emit(OpCodes.Brfalse, start);
        Emit(OpCodes.Ldc_I4, Site(SiteKind.Enter, SourceNames.Method(method)));
        Emit(OpCodes.Ldc_I4, parameters.Count);
        Emit(OpCodes.Newarr, method.Module.TypeSystem.Object);
        for (var i = 0; i < parameters.Count; i++)
        {
            var type = TypeShapes.Unmodified(parameters[i].ParameterType);
            if (!TypeShapes.CanBeArgument(type))
                continue;
            Emit(OpCodes.Dup);
            Emit(OpCodes.Ldc_I4, i);
            Emit(OpCodes.Ldarg, parameters[i]);
            Emit(OpCodes.Box, type);
            Emit(OpCodes.Stelem_Ref);
        }

        Emit(OpCodes.Call, hooks.Get(Hooks.Enter));
    }

    /// <summary>
    /// Keeps each method a frame of its own on the stack, however hot the JIT finds it: work is told by its stack
    /// (<see cref="Scheduling.WorkSampler"/>), and must be told the same in every run.
    /// </summary>
    private void KeepFrame()
    {
        method.AggressiveInlining = false;
        method.NoInlining = true;
    }

    /// <summary>A call right before it would be made a jump, which leaves no frame.</summary>
    private void Return()
    {
        if (output.Count > 0 && output[^1].OpCode.FlowControl == FlowControl.Call)
            Emit(OpCodes.Nop);
        Emit(OpCodes.Ret);
    }

    /// <summary>A jump back is one more round of a loop; a condition that does not hold jumps nowhere.</summary>
    private void BackEdge(Instruction instruction, Instruction target)
    {
        // What is stored where no hook sees it may be what the loop is about to end by.
        var waits = waiting.Contains(at) && !unseen.Any(offset => offset >= target.Offset);
        var count = hooks.Get(waits ? Hooks.WaitingBackEdge : Hooks.BackEdge);
        if (instruction.OpCode.Code is Code.Br or Code.Leave)
        {
            Emit(OpCodes.Call, count);
            Emit(instruction.OpCode, target);
            return;
        }

        var round = Instruction.Create(OpCodes.Call, count);
        var after = Instruction.Create(OpCodes.Nop);
        Emit(instruction.OpCode, round);
        Emit(OpCodes.Br, after);
        output.Add(round);
        Emit(OpCodes.Br, target);
        output.Add(after);
    }

    private static bool CatchesAll(ExceptionHandler handler) =>
        handler.HandlerType == ExceptionHandlerType.Filter
        || (handler.HandlerType == ExceptionHandlerType.Catch && handler.CatchType.FullName is "System.Exception" or "System.Object");

    /// <summary>A handler that catches everything must not catch what unwinds an operation whose execution is over.</summary>
    private void PassAbortOn()
    {
        var handle = Instruction.Create(OpCodes.Nop);
        Emit(OpCodes.Dup);
        Emit(OpCodes.Isinst, hooks.Abort);
        Emit(OpCodes.Brfalse, handle);
        Emit(OpCodes.Rethrow);
        output.Add(handle);
    }
}
