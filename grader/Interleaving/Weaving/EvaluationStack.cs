using Interleaving.Models;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <summary>
/// Follows what lies on the evaluation stack, in one pass in textual order. That is enough: where a backward jump lands,
/// the stack is empty (ECMA-335 III.1.7.5), and every forward jump has been seen before its target.
/// </summary>
internal sealed partial class EvaluationStack
{
    private readonly MethodDefinition method;
    private readonly TypeSystem types;
    private readonly Dictionary<Instruction, Slot[]> awaited = [];
    private readonly HashSet<Instruction> backwardTargets;
    private readonly Dictionary<VariableDefinition, Slot> closures = [];
    private readonly Dictionary<string, Slot> hoistedClosures = new(StringComparer.Ordinal);
    private readonly HashSet<int> escaped = [];
    private readonly Dictionary<VariableDefinition, string?> unnamed = [];
    private readonly Dictionary<int, string> localNames = [];
    private List<Slot> slots = [];
    private int births;
    private bool reachable = true;

    /// <param name="method">The method, its macros expanded and its offsets as they were read.</param>
    public EvaluationStack(MethodDefinition method)
    {
        this.method = method;
        backwardTargets = BackwardTargets(method.Body.Instructions);
        types = method.Module.TypeSystem;
        foreach (var handler in method.Body.ExceptionHandlers)
        {
            Slot[] caught = handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter
                ? [new Slot(handler.CatchType ?? types.Object)]
                : [];
            awaited[handler.HandlerStart] = caught;
            if (handler.FilterStart is { } filter)
                awaited[filter] = caught;
        }

        foreach (var scope in method.DebugInformation.GetScopes())
        {
            foreach (var variable in scope.Variables)
                localNames[variable.Index] = variable.Name;
        }
    }

    /// <summary>Whether a constructor has let others see its instance.</summary>
    public bool ThisEscaped { get; private set; }

    public int Depth => slots.Count;

    /// <summary>The slot so many below the top.</summary>
    public Slot Peek(int below = 0) => below < slots.Count ? slots[^(below + 1)] : default;

    /// <summary>The argument of a call that is about to be made.</summary>
    public Slot Argument(MethodReference callee, int index) => Peek(callee.Parameters.Count - 1 - index);

    /// <summary>The object that such a call is made on.</summary>
    public Slot Receiver(MethodReference callee) => Peek(callee.Parameters.Count);

    /// <summary>How the source would write such a call.</summary>
    public string Called(MethodReference callee) => SourceNames.Called(callee, callee.HasThis ? Receiver(callee).Text : null);

    /// <summary>Whether this is an object that only this method knows so far.</summary>
    public bool IsFresh(Slot slot) => slot.Origin == Origin.Fresh && !escaped.Contains(slot.Birth);

    /// <summary>Arrives at an instruction: by falling through, by jumps, or both.</summary>
    public void Arrive(Instruction instruction)
    {
        if (backwardTargets.Contains(instruction))
        {
            closures.Clear();
            hoistedClosures.Clear();
        }

        if (!awaited.TryGetValue(instruction, out var others))
        {
            if (!reachable)
                slots.Clear();
        }
        else if (!reachable || slots.Count != others.Length)
        {
            slots = [.. others];
        }
        else
        {
            for (var i = 0; i < others.Length; i++)
            {
                if (slots[i] != others[i])
                    slots[i] = new Slot(Join(slots[i], others[i]));
            }
        }

        reachable = true;
    }

    /// <summary>Carries out an instruction (without its prefixes).</summary>
    public void Step(Instruction instruction)
    {
        Take(instruction);
        switch (instruction.Operand)
        {
            case Instruction target:
                Await(target);
                break;
            case Instruction[] targets:
                foreach (var target in targets)
                    Await(target);
                break;
        }

        reachable = instruction.OpCode.FlowControl is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw);
    }

    /// <summary>Two branches may leave objects of two types; what they have in common is not worked out.</summary>
    private static TypeReference? Join(Slot one, Slot other) =>
        one.Type is not null && other.Type is not null && Signatures.Of(one.Type) == Signatures.Of(other.Type) ? one.Type : null;

    private static HashSet<Instruction> BackwardTargets(IEnumerable<Instruction> instructions)
    {
        var targets = new HashSet<Instruction>();
        foreach (var instruction in instructions)
        {
            if (instruction.Operand is Instruction target)
            {
                if (target.Offset <= instruction.Offset)
                    targets.Add(target);
            }
            else if (instruction.Operand is Instruction[] table)
            {
                targets.UnionWith(table.Where(candidate => candidate.Offset <= instruction.Offset));
            }
        }

        return targets;
    }

    private void Await(Instruction target)
    {
        if (!awaited.TryGetValue(target, out var known))
        {
            awaited[target] = [.. slots];
            return;
        }

        for (var i = 0; i < known.Length && i < slots.Count; i++)
        {
            if (known[i] != slots[i])
                known[i] = new Slot(Join(known[i], slots[i]));
        }
    }

    private Slot Pop()
    {
        if (slots.Count == 0)
            return default;
        var slot = slots[^1];
        slots.RemoveAt(slots.Count - 1);
        return slot;
    }

    private void Pop(int count)
    {
        for (var i = 0; i < count; i++)
            Escape(Pop());
    }

    private void Push(TypeReference? type, Origin origin = Origin.Unknown, string? text = null, string? field = null) =>
        slots.Add(new Slot(type, origin, text, Field: string.IsNullOrEmpty(field) ? null : field));

    /// <summary>From here on, others may know this object.</summary>
    private void Escape(Slot slot)
    {
        if (slot.Origin == Origin.Fresh)
            escaped.Add(slot.Birth);
        else if (slot.Origin == Origin.This)
            ThisEscaped = true;
    }
}
