using Interleaving.Instrumentation;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>Finds what the engine's models put in place of calls of the platform, and rewrites those whose object's type is not known before they run.</summary>
internal sealed class ModelCallRewriter(ModuleWeaver weaver, MethodDefinition method, Emitter emitter, EvaluationStack stack)
{
    public Redirect Find(Instruction instruction, MethodReference callee, TypeReference? constrained) =>
        weaver.Redirects.Find(instruction.OpCode.Code, callee, constrained, IsBaseCall(instruction, callee));

    /// <summary><c>base.Post(…)</c>: a non-virtual call of a virtual method on one's own instance.</summary>
    public bool IsBaseCall(Instruction instruction, MethodReference callee) =>
        instruction.OpCode.Code == Code.Call && callee.HasThis && !method.DeclaringType.IsValueType
        && stack.Receiver(callee).Origin == Origin.This;

    /// <summary>The call as it is, with what a model does before and after it.</summary>
    public void Advise(Instruction instruction, MethodReference callee, Redirect advice)
    {
        if (advice.Before is { } before)
        {
            var arguments = emitter.SpillArguments(callee);
            emitter.Emit(OpCodes.Dup);
            emitter.Load(arguments[..(before.Parameters.Count - 1)]);
            emitter.Emit(OpCodes.Call, before);
            emitter.Load(arguments);
        }

        emitter.Emit(instruction.OpCode, callee);
        if (advice.After is { } after)
            emitter.Emit(OpCodes.Call, after);
    }

    /// <summary>
    /// An interface's method on a value of a type parameter: an object goes to the interface's model, a struct keeps its own
    /// method, which is woven where it stands.
    /// </summary>
    /// <param name="instruction">The call.</param>
    /// <param name="callee">The interface's method.</param>
    /// <param name="parameter">The type parameter.</param>
    /// <param name="target">The model's method.</param>
    /// <param name="sites">Notes the line of the call; null not to.</param>
    public void OnParameter(Instruction instruction, MethodReference callee, GenericParameter parameter, MethodReference target, CallSites? sites)
    {
        var arguments = emitter.SpillArguments(callee);
        var onObject = Instruction.Create(OpCodes.Ldobj, parameter);
        var end = Instruction.Create(OpCodes.Nop);
        sites?.Note(callee);
        emitter.Call(Kind.IsReference<Any>, parameter);
        emitter.Emit(OpCodes.Brtrue, onObject);
        emitter.Load(arguments);
        emitter.Keep(instruction);
        emitter.Emit(OpCodes.Br, end);
        emitter.Mark(onObject);
        emitter.Emit(OpCodes.Box, parameter);
        emitter.Load(arguments);
        emitter.Emit(OpCodes.Call, target);
        emitter.Mark(end);
    }

    /// <summary>A task that another assembly hands out may be none that is under control.</summary>
    public void NoteOrigin(MethodReference callee)
    {
        if (callee.ReturnType.GetElementType().FullName is not ("System.Threading.Tasks.Task" or "System.Threading.Tasks.Task`1"))
            return;
        emitter.Emit(OpCodes.Dup);
        emitter.Emit(OpCodes.Ldstr, SourceNames.Api(callee));
        emitter.Call(Hooks.CameFrom);
    }
}
