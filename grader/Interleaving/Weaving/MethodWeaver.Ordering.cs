using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>Calls that are safe for several threads, and calls that may go to one that is not under control.</content>
internal sealed partial class MethodWeaver
{
    /// <summary>The object that a call is made on, for before and after it; it lies on top of the stack, and stays there.</summary>
    private VariableDefinition Kept(Instruction instruction, MethodReference callee)
    {
        var key = Spill(method.Module.TypeSystem.Object, FirstCopy);
        Emit(callee.HasThis && instruction.OpCode.Code != Code.Newobj ? OpCodes.Dup : OpCodes.Ldnull);
        Emit(OpCodes.Stloc, key);
        return key;
    }

    /// <summary>Right before the call: nobody may come between this and the lock that the call takes.</summary>
    private void OrderBefore(MethodReference callee, OrderedBy ordered, VariableDefinition key)
    {
        Emit(OpCodes.Ldloc, key);
        if (ordered == OrderedBy.Type)
            Emit(OpCodes.Ldstr, Ordering.Key(callee.DeclaringType));
        Emit(OpCodes.Ldc_I4, Site(SiteKind.Call, SourceNames.Call(callee)));
        Emit(OpCodes.Call, hooks.Get(ordered switch
        {
            OrderedBy.Lock => Hooks.OrderIfLocked,
            OrderedBy.Type => Hooks.OrderByType,
            OrderedBy.Console => Hooks.OrderConsole,
            OrderedBy.Object or OrderedBy.Nothing => Hooks.OrderBefore,
            _ => throw new ArgumentOutOfRangeException(nameof(ordered), ordered, null),
        }));
        Emit(OpCodes.Stloc, key);
    }

    private void OrderAfter(VariableDefinition key)
    {
        Emit(OpCodes.Ldloc, key);
        Emit(OpCodes.Call, hooks.Get(Hooks.OrderAfter));
    }

    /// <summary>The object lies on top of the stack, and stays there.</summary>
    private void StayHere(MethodReference callee)
    {
        Emit(OpCodes.Dup);
        Emit(OpCodes.Ldstr, callee.Name);
        Emit(OpCodes.Ldc_I4, Site(SiteKind.Call, SourceNames.Api(callee)));
        Emit(OpCodes.Call, hooks.Get(Hooks.StaysHere));
    }
}
