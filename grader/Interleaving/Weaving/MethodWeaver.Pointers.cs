using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>Pointers where they meet the rest of the language, and members that hand objects out by a back door.</content>
internal sealed partial class MethodWeaver
{
    /// <summary>What is passed by reference and is given as a pointer is from there on a reference like any other.</summary>
    private void References(MethodReference callee)
    {
        var count = callee.Parameters.Count;
        var isGiven = false;
        for (var i = 0; i < count; i++)
            isGiven |= IsGivenPointer(callee, i);
        if (!isGiven)
            return;
        var pointers = Enumerable.Range(0, count).Select(i => IsGivenPointer(callee, i)).ToArray();
        var arguments = Spill(callee);
        for (var i = 0; i < count; i++)
        {
            Emit(OpCodes.Ldloc, arguments[i]);
            if (pointers[i])
                EmitHook(Hooks.AddressPointer<Any>, ((ByReferenceType)arguments[i].VariableType).ElementType, Site(SiteKind.Address, Text(count, i)));
        }
    }

    /// <summary>A span over what the compiler laid down in the assembly (<c>"abc"u8</c>), which nobody changes.</summary>
    private bool IsConstantData(Instruction instruction, MethodReference callee) =>
        instruction.OpCode.Code == Code.Newobj && callee.Parameters is [{ ParameterType: PointerType }, _]
        && callee.DeclaringType.GetElementType().FullName == "System.ReadOnlySpan`1" && stack.Peek(1).Type is ByReferenceType;

    private bool IsGivenPointer(MethodReference callee, int index) =>
        stack.Peek(callee.Parameters.Count - 1 - index).Type is PointerType
        && TypeOf(callee.Parameters[index], callee) is ByReferenceType { ElementType: var type } && TypeShapes.CanBeArgument(type);

    /// <summary>Memory that is handed out or given back by the platform.</summary>
    private void Allocation(MethodReference callee, bool before)
    {
        if (callee.DeclaringType.FullName is not ("System.Runtime.InteropServices.NativeMemory" or "System.Runtime.InteropServices.Marshal"))
            return;
        var frees = callee.Name.Contains("Free", StringComparison.Ordinal) || callee.Name.Contains("Realloc", StringComparison.OrdinalIgnoreCase);
        if (before && frees)
            Emit(OpCodes.Call, hooks.Get(Hooks.Freeing));
        if (!before && callee.Name.Contains("lloc", StringComparison.Ordinal))
            Emit(OpCodes.Call, hooks.Get(Hooks.Allocated));
    }

    /// <summary>
    /// A method of the program's own that the runtime makes (<c>[UnsafeAccessor]</c>): what it refers to lies in the object that it
    /// is given.
    /// </summary>
    private bool Accessor(Instruction instruction, MethodReference callee)
    {
        if (callee.HasThis || callee.Parameters.Count != 1 || callee.ReturnType is not ByReferenceType
            || TypeShapes.TryResolve(callee) is not { HasCustomAttributes: true } definition || ModuleWeaver.HasCode(definition)
            || !definition.CustomAttributes.Any(static one => one.AttributeType.Name == "UnsafeAccessorAttribute"))
            return false;
        var owner = TypeOf(callee.Parameters[0], callee);
        var type = TypeShapes.Substitute(((ByReferenceType)callee.ReturnType).ElementType, callee.DeclaringType, callee);
        if (owner is ByReferenceType || TypeShapes.IsValueType(owner) || !TypeShapes.CanBeArgument(type))
            return false;
        Emit(OpCodes.Dup);
        Keep(instruction);
        EmitHook(Hooks.Address<Any>, type, Site(SiteKind.Address, SourceNames.Call(callee)));
        return true;
    }
}
