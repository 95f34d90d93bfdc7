using Interleaving.Instrumentation;
using Interleaving.Naming;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>Rewrites where a method begins and returns: calls are counted as work, recorded with their arguments, and visible on the stack.</summary>
internal sealed class EntryRewriter(ModuleWeaver weaver, MethodDefinition method, Emitter emitter, SourcePosition position)
{
    /// <summary>
    /// One unit of work for each call: of methods, lambdas, local functions and constructors with a body of their own.
    /// A state machine's steps are not calls of anybody, and an automatic property is a field in disguise.
    /// </summary>
    public void Enter()
    {
        KeepFrame();
        EnsureInitialised();
        Iterating();
        Inside();
        if (SourceNames.IsStateMachine(method.DeclaringType) || weaver.IsCompilerGenerated(method) || Statics.IsInitializer(method))
            return;
        emitter.Call(Hooks.Call);
        if (IsNamed())
            Record();
    }

    /// <summary>A type with a static constructor is initialised by the first call of one of its methods.</summary>
    public void EnsureInitialised()
    {
        if (weaver.Statics.EnsureOnEntry(method) is { } ensure)
            emitter.Emit(OpCodes.Call, ensure);
    }

    /// <summary>A call right before the return would be made a jump, which leaves no frame.</summary>
    public void Return()
    {
        if (emitter.IsBehindCall)
            emitter.Emit(OpCodes.Nop);
        emitter.Emit(OpCodes.Ret);
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

    /// <summary>An iterator keeps its place in fields of its own, which two operations that share it both use.</summary>
    private void Iterating()
    {
        var step = method.Name == CompilerNames.MoveNext;
        if (!SourceNames.IsStateMachine(method.DeclaringType) || (!step && !method.Name.EndsWith("get_Current", StringComparison.Ordinal))
            || !method.DeclaringType.Interfaces.Any(one => one.InterfaceType.FullName == "System.Collections.IEnumerator"))
            return;
        emitter.Emit(OpCodes.Ldarg, method.Body.ThisParameter);
        emitter.Flag(step);
        var iterator = CompilerNames.Iterator(method.DeclaringType.Name);
        emitter.CallAt(emitter.Site(step ? SiteKind.Write : SiteKind.Read, $"the iterator {iterator}"), Hooks.Iterate);
    }

    /// <summary>A method of a struct may be called on one in a box, where it does not learn which box.</summary>
    private void Inside()
    {
        var type = method.DeclaringType;
        if (!type.IsValueType || !method.HasThis || method.IsConstructor || SourceNames.IsStateMachine(type) || TypeShapes.IsByRefLike(type)
            || !TypeShapes.MayChange(type) || !method.Body.Instructions.Any(static one => one.Operand is ParameterDefinition { Index: -1 }))
            return;
        emitter.Emit(OpCodes.Ldarg, method.Body.ThisParameter);
        emitter.Call(Hooks.Inside<Any>, TypeShapes.Self(type));
    }

    private bool IsNamed() =>
        !CompilerNames.IsMadeUp(method.Name) && !method.IsSpecialName && !SourceNames.IsCompilers(method.DeclaringType) && position.IsKnown;

    private void Record()
    {
        var start = method.Body.Instructions[0];
        var parameters = method.Parameters;
        emitter.Emit(OpCodes.Ldsfld, weaver.Hooks.Recording);
        emitter.Emit(OpCodes.Brfalse, start);
        emitter.Emit(OpCodes.Ldc_I4, emitter.Site(SiteKind.Enter, SourceNames.Method(method)));
        emitter.Emit(OpCodes.Ldc_I4, parameters.Count);
        emitter.Emit(OpCodes.Newarr, method.Module.TypeSystem.Object);
        for (var i = 0; i < parameters.Count; i++)
        {
            var type = TypeShapes.Unmodified(parameters[i].ParameterType);
            if (!TypeShapes.CanBeArgument(type))
                continue;
            emitter.Emit(OpCodes.Dup);
            emitter.Emit(OpCodes.Ldc_I4, i);
            emitter.Emit(OpCodes.Ldarg, parameters[i]);
            emitter.Emit(OpCodes.Box, type);
            emitter.Emit(OpCodes.Stelem_Ref);
        }

        emitter.Call(Hooks.Enter);
    }
}
