using Interleaving.Instrumentation;
using Interleaving.Models;
using Interleaving.Naming;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>
/// Writes the woven body of one method. Each instruction is carried over or replaced by a sequence; the first instruction of
/// the sequence is the original object with a new opcode, so that branches, exception handlers, sequence points and local
/// scopes keep pointing at the right place without being touched.
/// </summary>
internal sealed class Emitter(ModuleWeaver weaver, MethodDefinition method, SourcePosition position)
{
    /// <summary>Copies of arguments are spilled from here on, apart from arguments of the same type.</summary>
    public const int FirstCopy = 100;

    private readonly HookMethods hooks = weaver.Hooks;
    private readonly List<Instruction> output = new(method.Body.Instructions.Count * 4);
    private readonly Dictionary<string, List<VariableDefinition>> spills = new(StringComparer.Ordinal);
    private readonly List<Instruction> prefixes = [];
    private readonly HashSet<int> unseen = [];
    private readonly string sourceName = SourceNames.Method(method);
    private Instruction? head;

    /// <summary>Whether the last instruction so far is a call.</summary>
    public bool IsBehindCall => output.Count > 0 && output[^1].OpCode.FlowControl == FlowControl.Call;

    /// <summary>Where the instruction that is being rewritten was in the original code.</summary>
    public int Offset { get; private set; }

    public bool HasPrefixes => prefixes.Count > 0;

    /// <summary>The type that a virtual call is made on by a type parameter or a struct; null for any other call.</summary>
    public TypeReference? Constrained => prefixes.Find(prefix => prefix.OpCode.Code == Code.Constrained)?.Operand as TypeReference;

    /// <summary>What is emitted from here on stands in place of an instruction.</summary>
    /// <param name="original">The instruction behind its prefixes.</param>
    /// <returns>A copy of it: it is itself the first to be emitted.</returns>
    public Instruction Replace(ReadOnlySpan<Instruction> original)
    {
        prefixes.Clear();
        foreach (var prefix in original[..^1])
            prefixes.Add(Copy(prefix));

        // What stands at the start of the sequence is what jumps lead to.
        head = original[0];
        Offset = original[^1].Offset;
        return Copy(original[^1]);
    }

    public bool Has(Code prefix) => prefixes.Exists(candidate => candidate.OpCode.Code == prefix);

    public void Emit(OpCode code, object? operand = null)
    {
        var instruction = head ?? Instruction.Create(OpCodes.Nop);
        head = null;
        instruction.OpCode = code;
        instruction.Operand = operand;
        output.Add(instruction);
    }

    /// <summary>Puts an instruction here that others jump to.</summary>
    public void Mark(Instruction target) => output.Add(target);

    /// <summary>Carries the instruction over with its prefixes.</summary>
    /// <param name="instruction">Which one.</param>
    /// <param name="isFresh">Whether what it may store into was made in the same round of a loop, and so says nothing about the next.</param>
    public void Keep(Instruction instruction, bool isFresh = false)
    {
        if (!isFresh && ElementCodes.Changes(instruction.OpCode.Code) && !IsOfTheCompiler(instruction.Operand))
            StoreUnseen();
        foreach (var prefix in prefixes)
        {
            // A tail call must be followed by ret at once; woven code has no use for it.
            if (prefix.OpCode.Code != Code.Tail)
                Emit(prefix.OpCode, prefix.Operand);
        }

        Emit(instruction.OpCode, instruction.Operand);
    }

    /// <summary>The instruction stores something where no hook sees it.</summary>
    public void StoreUnseen() => unseen.Add(Offset);

    /// <summary>Whether any such instruction was met that stood at this place of the original code or behind it.</summary>
    public bool HasUnseenStoreFrom(int offset) => unseen.Any(store => store >= offset);

    /// <summary>Calls a static method of the engine.</summary>
    public void Call(Delegate hook) => Emit(OpCodes.Call, hooks.Get(hook));

    /// <summary>Calls a static generic method of the engine.</summary>
    public void Call(Delegate hook, params ReadOnlySpan<TypeReference> arguments) => Emit(OpCodes.Call, hooks.Get(hook, arguments));

    /// <summary>The same where the number of a place is the last argument.</summary>
    public void CallAt(int site, Delegate hook)
    {
        Emit(OpCodes.Ldc_I4, site);
        Call(hook);
    }

    /// <inheritdoc cref="CallAt(int, Delegate)"/>
    public void CallAt(int site, Delegate hook, params ReadOnlySpan<TypeReference> arguments)
    {
        Emit(OpCodes.Ldc_I4, site);
        Call(hook, arguments);
    }

    public void Flag(bool value) => Emit(value ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);

    /// <summary>A local to keep a value of the type in while something is put under it; <paramref name="index"/> tells several apart.</summary>
    public VariableDefinition Spill(TypeReference type, int index = 0)
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

    /// <summary>Takes the arguments of a call from the stack.</summary>
    public VariableDefinition[] SpillArguments(MethodReference callee)
    {
        var arguments = callee.Parameters
            .Select((parameter, i) => Spill(TypeShapes.Argument(parameter, callee), i))
            .ToArray();
        for (var i = arguments.Length - 1; i >= 0; i--)
            Emit(OpCodes.Stloc, arguments[i]);
        return arguments;
    }

    /// <summary>Puts them back.</summary>
    public void Load(VariableDefinition[] arguments)
    {
        foreach (var argument in arguments)
            Emit(OpCodes.Ldloc, argument);
    }

    /// <summary>Numbers the place of the instruction that is being rewritten.</summary>
    public int Site(SiteKind kind, string member, string target = "") => Site(kind, member, target, position.Place);

    /// <summary>The same where the place is known better.</summary>
    public int Site(SiteKind kind, string member, string target, (string File, int Line) place) => weaver.Sites.Add(weaver.Options.Alias is { } alias
        ? new Site("", 0, kind, member, alias, target)
        : new Site(place.File, place.Line, kind, member, sourceName, target));

    /// <summary>Whoever runs the code all the same (a test assembly has other tests too) is stopped when it gets here.</summary>
    public void Refuse(string api)
    {
        var (file, line) = position.Place;
        weaver.Refuse(api, file, line);
        CallAt(Site(SiteKind.Call, api), Hooks.Unsupported);
    }

    /// <summary>Puts what was emitted in place of the original body.</summary>
    public void Finish()
    {
        var instructions = method.Body.Instructions;
        instructions.Clear();
        instructions.Capacity = output.Count;
        foreach (var instruction in output)
            instructions.Add(instruction);
    }

    /// <summary>A variable of a state machine, which is looked at elsewhere, or a delegate that is made once and kept.</summary>
    private static bool IsOfTheCompiler(object? operand) =>
        operand is FieldReference field && (SourceNames.IsStateMachine(field.DeclaringType) || CompilerNames.IsCachedLambda(field.Name));

    private static Instruction Copy(Instruction instruction)
    {
        var copy = Instruction.Create(OpCodes.Nop);
        copy.OpCode = instruction.OpCode;
        copy.Operand = instruction.Operand;
        return copy;
    }
}
