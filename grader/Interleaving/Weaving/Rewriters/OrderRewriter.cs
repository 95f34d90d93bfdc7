using Interleaving.Instrumentation;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>
/// Adds to calls of the platform that are safe for several threads what they order: others may come before one, and what was done before one
/// happens before what is done after the next.
/// </summary>
internal sealed class OrderRewriter(TypeSystem types, Emitter emitter, EvaluationStack stack)
{
    /// <summary>A call that is one step by itself (see <see cref="Ordered"/>). The object lies beneath the arguments, and stays there.</summary>
    public void Order(MethodReference callee)
    {
        var arguments = emitter.SpillArguments(callee);
        emitter.Emit(OpCodes.Dup);
        emitter.CallAt(emitter.Site(SiteKind.Call, stack.Called(callee)), Hooks.Order);
        emitter.Load(arguments);
    }

    /// <summary>A static property of the platform's that can be set.</summary>
    public void OrderStatic(MethodReference callee, string property) =>
        emitter.CallAt(emitter.Site(SiteKind.Call, SourceNames.Call(callee), property), Hooks.OrderStatic);

    /// <summary>The object that a call is made on, for before and after it; it lies on top of the stack, and stays there.</summary>
    public VariableDefinition Key(Instruction instruction, MethodReference callee)
    {
        var key = emitter.Spill(types.Object, Emitter.FirstCopy);
        emitter.Emit(callee.HasThis && instruction.OpCode.Code != Code.Newobj ? OpCodes.Dup : OpCodes.Ldnull);
        emitter.Emit(OpCodes.Stloc, key);
        return key;
    }

    /// <summary>Right before the call: nobody may come between this and the lock that the call takes.</summary>
    public void Before(MethodReference callee, OrderedBy ordered, VariableDefinition key)
    {
        emitter.Emit(OpCodes.Ldloc, key);
        if (ordered == OrderedBy.Type)
            emitter.Emit(OpCodes.Ldstr, Ordering.Key(callee.DeclaringType));
        Delegate hook = ordered switch
        {
            OrderedBy.Lock => Hooks.OrderIfLocked,
            OrderedBy.Type => Hooks.OrderByType,
            OrderedBy.Console => Hooks.OrderConsole,
            OrderedBy.Object or OrderedBy.Nothing => Hooks.OrderBefore,
            _ => throw new ArgumentOutOfRangeException(nameof(ordered), ordered, null),
        };
        emitter.CallAt(emitter.Site(SiteKind.Call, SourceNames.Call(callee)), hook);
        emitter.Emit(OpCodes.Stloc, key);
    }

    public void After(VariableDefinition key)
    {
        emitter.Emit(OpCodes.Ldloc, key);
        emitter.Call(Hooks.OrderAfter);
    }
}
