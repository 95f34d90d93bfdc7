using Interleaving.Weaving.Rewriters;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Interleaving.Weaving;

/// <summary>Goes through the body of one method and hands each instruction to the rewriter whose concern it is.</summary>
internal sealed class MethodWeaver
{
    private readonly ModuleWeaver weaver;
    private readonly MethodDefinition method;
    private readonly Instruction[] original;
    private readonly EvaluationStack stack;
    private readonly SourcePosition position;
    private readonly Emitter emitter;
    private readonly EntryRewriter entry;
    private readonly LoopRewriter loops;
    private readonly CatchRewriter catches;
    private readonly FieldRewriter fields;
    private readonly StaticFieldRewriter statics;
    private readonly ElementRewriter elements;
    private readonly IndirectRewriter indirect;
    private readonly CallRewriter calls;
    private readonly DelegateRewriter delegates;
    private readonly PackageRewriter? package;

    public MethodWeaver(ModuleWeaver weaver, MethodDefinition method)
    {
        (this.weaver, this.method) = (weaver, method);
        method.Body.SimplifyMacros();
        original = [.. method.Body.Instructions];
        var (hooks, types) = (weaver.Hooks, method.Module.TypeSystem);
        stack = new EvaluationStack(method);
        position = new SourcePosition(method, weaver.IsDebug);
        emitter = new Emitter(weaver, method, position);
        entry = new EntryRewriter(weaver, method, emitter, position);
        loops = new LoopRewriter(hooks, method, emitter);
        catches = new CatchRewriter(hooks, method, emitter);
        fields = new FieldRewriter(weaver, method, emitter, stack);
        statics = new StaticFieldRewriter(weaver, method, emitter);
        elements = new ElementRewriter(types, emitter, stack);
        indirect = new IndirectRewriter(method, emitter, stack);
        var sites = new CallSites(weaver, emitter, stack, position);
        var models = new ModelCallRewriter(weaver, method, emitter, stack);
        var collections = new CollectionRewriter(emitter, stack);
        var orders = new OrderRewriter(types, emitter, stack);
        var pointers = new PointerRewriter(emitter, stack);
        var platform = new PlatformCallRewriter(
            emitter, collections, new ByReferenceRewriter(emitter, stack), pointers, orders, new CostRewriter(types, emitter));
        calls = new CallRewriter(
            weaver, emitter, stack, sites, models, platform, collections, orders, pointers, new AssertionRewriter(hooks, emitter));
        delegates = new DelegateRewriter(weaver, emitter, stack, collections);
        if (weaver.Options.ControlOnly || IsPattern(method.DeclaringType))
            package = new PackageRewriter(weaver, method, emitter, stack, models, delegates, statics, loops);
    }

    public void Weave()
    {
        if (package is not null)
            entry.EnsureInitialised();
        else
            entry.Enter();

        for (var i = 0; i < original.Length; i++)
        {
            var first = i;
            while (original[i].OpCode.OpCodeType == OpCodeType.Prefix)
                i++;
            stack.Arrive(original[first]);
            position.Arrive(original[first].Offset, stack.Depth == 0);
            var instruction = emitter.Replace(original.AsSpan(first..(i + 1)));
            if (catches.BeginsWith(original[first]))
                catches.PassAbortOn();
            if (package is not null)
                package.Rewrite(instruction);
            else
                Rewrite(instruction);
            stack.Step(instruction);
        }

        emitter.Finish();
        if (!weaver.Options.Debuggable)
            position.Tune(original[0], method.Body.Instructions[0]);
    }

    /// <summary>What the compiler makes of [GeneratedRegex] is handed from one user to the next by the platform, in order.</summary>
    private static bool IsPattern(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace == "System.Text.RegularExpressions.Generated";
    }

    private void Rewrite(Instruction instruction)
    {
        var code = instruction.OpCode.Code;
        if (!ElementCodes.Replaced.Contains(code))
        {
            loops.Leave(instruction);
            return;
        }

        switch (code)
        {
            case Code.Ldfld or Code.Stfld or Code.Ldflda:
                fields.Rewrite(instruction, (FieldReference)instruction.Operand);
                break;
            case Code.Ldsfld or Code.Stsfld or Code.Ldsflda:
                statics.Rewrite(instruction, (FieldReference)instruction.Operand);
                break;
            case Code.Call or Code.Callvirt or Code.Newobj:
                RewriteCall(instruction, (MethodReference)instruction.Operand);
                break;
            case Code.Ldftn or Code.Ldvirtftn:
                delegates.Rewrite(instruction, (MethodReference)instruction.Operand);
                break;
            case Code.Initobj or Code.Ldobj or Code.Stobj:
                indirect.Rewrite(instruction, (TypeReference)instruction.Operand);
                break;
            case Code.Unbox or Code.Unbox_Any:
                indirect.RewriteUnbox(instruction, (TypeReference)instruction.Operand);
                break;
            case Code.Ret:
                entry.Return();
                break;
            default:
                if (ElementCodes.IsElement(code))
                    elements.Rewrite(instruction);
                else
                    indirect.Rewrite(instruction, null);
                break;
        }
    }

    private void RewriteCall(Instruction instruction, MethodReference callee)
    {
        if (callee.DeclaringType is ArrayType array)
        {
            elements.RewriteMatrix(instruction, callee, array);
        }
        else if (!emitter.HasPrefixes && weaver.Accessors.Find(callee) is { } backing)
        {
            instruction.OpCode = Accessors.Code(callee);
            instruction.Operand = backing;
            if (callee.HasThis)
                fields.Rewrite(instruction, backing);
            else
                statics.Rewrite(instruction, backing);
        }
        else
        {
            calls.Rewrite(instruction, callee);
        }
    }
}
