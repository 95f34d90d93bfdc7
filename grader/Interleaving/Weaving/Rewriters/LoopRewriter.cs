using Interleaving.Instrumentation;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>Rewrites jumps back: each is one more round of a loop, and is counted, so that a loop without an end is found.</summary>
internal sealed class LoopRewriter(HookMethods hooks, MethodDefinition method, Emitter emitter)
{
    private readonly HashSet<int> waiting = Loops.Waiting(method);

    /// <summary>Carries an instruction over, behind the count of a round where it begins one.</summary>
    public void Leave(Instruction instruction)
    {
        if (instruction.Operand is Instruction target && target.Offset <= emitter.Offset)
            BackEdge(instruction, target);
        else
            emitter.Keep(instruction);
    }

    /// <summary>A condition that does not hold jumps nowhere, and begins no round.</summary>
    private void BackEdge(Instruction instruction, Instruction target)
    {
        // What is stored where no hook sees it may be what the loop is about to end by.
        var waits = waiting.Contains(emitter.Offset) && !emitter.HasUnseenStoreFrom(target.Offset);
        var count = hooks.Get(waits ? Hooks.WaitingBackEdge : Hooks.BackEdge);
        if (instruction.OpCode.Code is Code.Br or Code.Leave)
        {
            emitter.Emit(OpCodes.Call, count);
            emitter.Emit(instruction.OpCode, target);
            return;
        }

        var round = Instruction.Create(OpCodes.Call, count);
        var after = Instruction.Create(OpCodes.Nop);
        emitter.Emit(instruction.OpCode, round);
        emitter.Emit(OpCodes.Br, after);
        emitter.Mark(round);
        emitter.Emit(OpCodes.Br, target);
        emitter.Mark(after);
    }
}
