using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>
/// Rewrites the beginning of handlers that catch everything: they must not catch what unwinds an operation whose execution is over.
/// </summary>
internal sealed class CatchRewriter(HookMethods hooks, MethodDefinition method, Emitter emitter)
{
    private readonly HashSet<Instruction> catches = [.. method.Body.ExceptionHandlers.Where(CatchesAll).Select(handler => handler.HandlerStart)];

    /// <summary>Whether a handler that catches everything begins with the instruction.</summary>
    public bool BeginsWith(Instruction instruction) => catches.Contains(instruction);

    public void PassAbortOn()
    {
        var handle = Instruction.Create(OpCodes.Nop);
        emitter.Emit(OpCodes.Dup);
        emitter.Emit(OpCodes.Isinst, hooks.Abort);
        emitter.Emit(OpCodes.Brfalse, handle);
        emitter.Emit(OpCodes.Rethrow);
        emitter.Mark(handle);
    }

    private static bool CatchesAll(ExceptionHandler handler) =>
        handler.HandlerType == ExceptionHandlerType.Filter
        || (handler.HandlerType == ExceptionHandlerType.Catch && handler.CatchType.FullName is "System.Exception" or "System.Object");
}
