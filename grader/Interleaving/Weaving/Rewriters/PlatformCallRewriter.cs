using Interleaving.Instrumentation;
using Interleaving.Platform;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>
/// Rewrites calls of the platform that stay as they are: around each goes what it implies, namely accesses to memory, an order, a cost, and a look
/// at whether it leaves for the thread pool.
/// </summary>
internal sealed class PlatformCallRewriter(
    Emitter emitter, CollectionRewriter collections, ByReferenceRewriter references, PointerRewriter pointers, OrderRewriter orders, CostRewriter costs)
{
    public void Rewrite(Instruction instruction, MethodReference callee, TypeReference? constrained)
    {
        pointers.BeforeAllocation(callee);
        Accessing(instruction, callee, constrained);
        pointers.AfterAllocation(callee);
    }

    private void Accessing(Instruction instruction, MethodReference callee, TypeReference? constrained)
    {
        var isMadeOn = callee.HasThis && instruction.OpCode.Code != Code.Newobj;
        var touching = isMadeOn ? collections.Receiver(callee) : Touching.None;
        var touched = collections.Arguments(callee);
        var bulks = collections.Bulks(callee);
        var pairs = CollectionRewriter.Pairs(callee);
        var uses = references.Uses(callee);
        var holder = isMadeOn ? references.Holder(callee, constrained) : null;
        var cost = Costs.Of(callee, constrained);
        var mayLeave = constrained is null && PoolBound.Is(callee);
        var ordered = constrained is null ? Ordering.Of(callee) : OrderedBy.Nothing;
        if (cost == Cost.None && !mayLeave && ordered == OrderedBy.Nothing && touching == Touching.None && touched is null && bulks is null && pairs is null
            && holder is null && Array.TrueForAll(uses, use => use == ByReferenceRewriter.Use.None))
        {
            emitter.Keep(instruction);
            return;
        }

        var arguments = emitter.SpillArguments(callee);
        if (mayLeave)
            StayHere(callee);

        var key = ordered == OrderedBy.Nothing ? null : orders.Key(instruction, callee);
        if (touching != Touching.None)
            collections.TouchReceiver(instruction, callee, constrained, touching, arguments);
        var before = cost == Cost.None ? null : costs.Charge(instruction, callee, constrained, arguments, cost);
        if (holder is not null)
            references.AccessHolder(callee, holder);

        var copies = new VariableDefinition?[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            copies[i] = references.Load(callee, arguments[i], uses[i], i);
            if (pairs?[i] is { } item)
                collections.Step(callee, i, item);
            if (touched is not null)
                collections.TouchArgument(callee, i, touched[i]);
            if (bulks is not null && bulks[i] != Touching.None)
                collections.TouchBulk(callee, arguments, i, bulks[i] == Touching.Write);
        }

        if (key is not null)
            orders.Before(callee, ordered, key);
        emitter.Keep(instruction);
        if (cost is Cost.Result or Cost.Growth)
            costs.ChargeResult(callee, before);
        if (key is not null)
            orders.After(key);
        references.WriteBack(callee, arguments, copies, uses);
    }

    /// <summary>A call that may go to a thread that is not under control. The object lies on top of the stack, and stays there.</summary>
    private void StayHere(MethodReference callee)
    {
        emitter.Emit(OpCodes.Dup);
        emitter.Emit(OpCodes.Ldstr, callee.Name);
        emitter.CallAt(emitter.Site(SiteKind.Call, SourceNames.Api(callee)), Hooks.StaysHere);
    }
}
