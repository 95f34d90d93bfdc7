using Interleaving.Naming;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Interleaving.Weaving;

/// <summary>
/// Rewrites the body of one method. Each instruction is carried over or replaced by a sequence; the first instruction of
/// the sequence is the original object with a new opcode, so that branches, exception handlers, sequence points and local
/// scopes keep pointing at the right place without being touched.
/// </summary>
internal sealed partial class MethodWeaver
{
    private readonly ModuleWeaver weaver;
    private readonly MethodDefinition method;
    private readonly HookMethods hooks;
    private readonly EvaluationStack stack;
    private readonly List<Instruction> output;
    private readonly Dictionary<string, List<VariableDefinition>> spills = new(StringComparer.Ordinal);
    private readonly SequencePoint[] points;
    private readonly Instruction[] original;
    private readonly string sourceName;
    private readonly HashSet<Instruction> catches;
    private readonly List<Instruction> prefixes = [];
    private readonly HashSet<int> waiting;
    private readonly HashSet<int> unseen = [];
    private readonly bool controlOnly;
    private readonly bool takesAddresses;
    private Instruction? head;
    private int at;
    private int began;
    private int point = -1;

    public MethodWeaver(ModuleWeaver weaver, MethodDefinition method)
    {
        this.weaver = weaver;
        this.method = method;
        hooks = weaver.Hooks;
        method.Body.SimplifyMacros();
        original = [.. method.Body.Instructions];
        stack = new EvaluationStack(method);
        output = new List<Instruction>(original.Length * 4);
        controlOnly = weaver.Options.ControlOnly || IsPattern(method.DeclaringType);
        takesAddresses = controlOnly && TakesAddresses(method);
        points = [.. method.DebugInformation.SequencePoints.Where(candidate => !candidate.IsHidden)];
        sourceName = SourceNames.Method(method);
        waiting = Loops.Waiting(method);
        catches = [.. method.Body.ExceptionHandlers.Where(CatchesAll).Select(handler => handler.HandlerStart)];
    }

    public void Weave()
    {
        if (controlOnly)
        {
            EnsureOnEntry();
        }
        else
        {
            KeepFrame();
            Entry();
        }

        for (var i = 0; i < original.Length; i++)
        {
            var first = original[i];
            stack.Arrive(first);
            if (stack.Depth == 0)
                began = first.Offset;
            prefixes.Clear();
            while (original[i].OpCode.OpCodeType == OpCodeType.Prefix)
                prefixes.Add(Copy(original[i++]));
            while (point + 1 < points.Length && points[point + 1].Offset <= first.Offset)
                point++;

            // What stands at the start of the sequence is what jumps lead to.
            head = first;
            var instruction = Copy(original[i]);
            if (catches.Contains(first))
                PassAbortOn();
            at = original[i].Offset;
            if (controlOnly)
                Control(instruction, at);
            else
                Rewrite(instruction, at);
            stack.Step(instruction);
        }

        var instructions = method.Body.Instructions;
        instructions.Clear();
        instructions.Capacity = output.Count;
        foreach (var instruction in output)
            instructions.Add(instruction);
        TuneLines();
    }

    /// <summary>
    /// Optimised code computes what a method returns where it returns it: at the closing brace. Without a line of its own, that belongs to
    /// the statement before. What the weaver puts before the first statement belongs to that one.
    /// </summary>
    private void TuneLines()
    {
        if (weaver.Options.Debuggable)
            return;
        var kept = method.DebugInformation.SequencePoints;
        if (points is [_, .., var end] && IsBrace(end))
            kept.Remove(end);
        if (points is [var start, ..] && ReferenceEquals(kept[0], start) && !ReferenceEquals(original[0], output[0]))
        {
            kept.Insert(0, new SequencePoint(output[0], start.Document)
            {
                StartLine = start.StartLine,
                StartColumn = start.StartColumn,
                EndLine = start.EndLine,
                EndColumn = start.EndColumn,
            });
        }
    }

    /// <summary>What the compiler makes of [GeneratedRegex] is handed from one user to the next by the platform, in order.</summary>
    private static bool IsPattern(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace == "System.Text.RegularExpressions.Generated";
    }

    private void Rewrite(Instruction instruction, int offset)
    {
        if (!ElementCodes.Replaced.Contains(instruction.OpCode.Code))
        {
            Leave(instruction, offset);
            return;
        }

        switch (instruction.OpCode.Code)
        {
            case Code.Ldfld or Code.Stfld or Code.Ldflda:
                Field(instruction, (FieldReference)instruction.Operand);
                break;
            case Code.Ldsfld or Code.Stsfld or Code.Ldsflda:
                StaticField(instruction, (FieldReference)instruction.Operand);
                break;
            case Code.Call or Code.Callvirt or Code.Newobj:
                Call(instruction, (MethodReference)instruction.Operand);
                break;
            case Code.Ldftn or Code.Ldvirtftn:
                Pointer(instruction, (MethodReference)instruction.Operand);
                break;
            case Code.Initobj or Code.Ldobj or Code.Stobj:
                Indirect(instruction, (TypeReference)instruction.Operand);
                break;
            case Code.Unbox or Code.Unbox_Any:
                Unbox(instruction, (TypeReference)instruction.Operand);
                break;
            case Code.Ret:
                Return();
                break;
            default:
                if (ElementCodes.IsElement(instruction.OpCode.Code))
                    Element(instruction);
                else
                    Indirect(instruction, null);
                break;
        }
    }

    /// <summary>An instruction that stays as it is, behind the count of a round where it begins one.</summary>
    private void Leave(Instruction instruction, int offset)
    {
        if (instruction.Operand is Instruction target && target.Offset <= offset)
            BackEdge(instruction, target);
        else
            Keep(instruction);
    }

    /// <summary>Carries the instruction over with its prefixes.</summary>
    private void Keep(Instruction instruction)
    {
        if (ElementCodes.Changes(instruction.OpCode.Code) && !IsOfTheCompiler(instruction.Operand))
            unseen.Add(at);
        foreach (var prefix in prefixes)
        {
            // A tail call must be followed by ret at once; woven code has no use for it.
            if (prefix.OpCode.Code != Code.Tail)
                Emit(prefix.OpCode, prefix.Operand);
        }

        Emit(instruction.OpCode, instruction.Operand);
    }

    /// <summary>A variable of a state machine, which is looked at elsewhere, or a delegate that is made once and kept.</summary>
    private static bool IsOfTheCompiler(object? operand) =>
        operand is FieldReference field
        && (SourceNames.IsStateMachine(field.DeclaringType) || CompilerNames.IsCachedLambda(field.Name));

    private void Emit(OpCode code, object? operand = null)
    {
        var instruction = head ?? Instruction.Create(OpCodes.Nop);
        head = null;
        instruction.OpCode = code;
        instruction.Operand = operand;
        output.Add(instruction);
    }

    private void EmitHook(Delegate hook, TypeReference argument, int site)
    {
        Emit(OpCodes.Ldc_I4, site);
        Emit(OpCodes.Call, hooks.Get(hook, argument));
    }

    private static Instruction Copy(Instruction instruction)
    {
        var copy = Instruction.Create(OpCodes.Nop);
        copy.OpCode = instruction.OpCode;
        copy.Operand = instruction.Operand;
        return copy;
    }

    private bool Has(Code prefix) => prefixes.Exists(candidate => candidate.OpCode.Code == prefix);

    /// <summary>A local to keep a value of the type in while something is put under it; <paramref name="index"/> tells several apart.</summary>
    private VariableDefinition Spill(TypeReference type, int index = 0)
    {
        var key = Signatures.Of(type);
        if (!spills.TryGetValue(key, out var locals))
            spills.Add(key, locals = []);
        while (locals.Count <= index)
        {
            var local = new VariableDefinition(type);
            method.Body.Variables.Add(local);
            locals.Add(local);
        }

        return locals[index];
    }

    private int Site(SiteKind kind, string member, string target = "")
    {
        if (weaver.Options.Alias is { } alias)
            return weaver.Sites.Add(new Site("", 0, kind, member, alias, target));
        var (file, line) = Place();
        return weaver.Sites.Add(new Site(file, line, kind, member, sourceName, target));
    }

    private (string File, int Line) Place()
    {
        var at = point >= 0 ? points[point] : points.Length > 0 ? points[0] : null;
        return at is null ? ("", 0) : (at.Document.Url, at.StartLine);
    }
}
