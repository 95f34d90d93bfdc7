using Interleaving.Instrumentation;
using Interleaving.Platform;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>Rewrites calls where pointers meet the rest of the language, and members that hand objects out by a back door.</summary>
internal sealed class PointerRewriter(Emitter emitter, EvaluationStack stack)
{
    /// <summary>What is passed by reference and is given as a pointer is from there on a reference like any other.</summary>
    public void References(MethodReference callee)
    {
        var count = callee.Parameters.Count;
        var isGiven = false;
        for (var i = 0; i < count; i++)
            isGiven |= IsGivenPointer(callee, i);
        if (!isGiven)
            return;
        var arguments = emitter.SpillArguments(callee);
        for (var i = 0; i < count; i++)
        {
            emitter.Emit(OpCodes.Ldloc, arguments[i]);
            if (!IsGivenPointer(callee, i))
                continue;
            var site = emitter.Site(SiteKind.Address, stack.Argument(callee, i).Text ?? "*");
            emitter.CallAt(site, Hooks.AddressPointer<Any>, ((ByReferenceType)arguments[i].VariableType).ElementType);
        }
    }

    /// <summary>A span over what the compiler laid down in the assembly (<c>"abc"u8</c>), which nobody changes.</summary>
    public bool IsConstantData(Instruction instruction, MethodReference callee) =>
        instruction.OpCode.Code == Code.Newobj && callee.Parameters is [{ ParameterType: PointerType }, _]
        && callee.DeclaringType.GetElementType().FullName == "System.ReadOnlySpan`1" && stack.Peek(1).Type is ByReferenceType;

    /// <summary>Memory that the platform is about to take back.</summary>
    public void BeforeAllocation(MethodReference callee)
    {
        if (IsAllocator(callee) && (callee.Name.Contains("Free", StringComparison.Ordinal) || callee.Name.Contains("Realloc", StringComparison.OrdinalIgnoreCase)))
            emitter.Call(Hooks.Freeing);
    }

    /// <summary>Memory that the platform has handed out.</summary>
    public void AfterAllocation(MethodReference callee)
    {
        if (IsAllocator(callee) && callee.Name.Contains("lloc", StringComparison.Ordinal))
            emitter.Call(Hooks.Allocated);
    }

    /// <summary>
    /// A method of the program's own that the runtime makes (<c>[UnsafeAccessor]</c>): what it refers to lies in the object that it
    /// is given.
    /// </summary>
    /// <returns>Whether the call was one of such a method, and is emitted.</returns>
    public bool Accessor(Instruction instruction, MethodReference callee)
    {
        if (callee.HasThis || callee.Parameters.Count != 1 || callee.ReturnType is not ByReferenceType
            || TypeShapes.TryResolve(callee) is not { HasCustomAttributes: true } definition || ModuleWeaver.HasCode(definition)
            || !definition.CustomAttributes.Any(static one => one.AttributeType.Name == "UnsafeAccessorAttribute"))
            return false;
        var owner = TypeShapes.Argument(callee.Parameters[0], callee);
        var type = TypeShapes.Substitute(((ByReferenceType)callee.ReturnType).ElementType, callee.DeclaringType, callee);
        if (owner is ByReferenceType || TypeShapes.IsValueType(owner) || !TypeShapes.CanBeArgument(type))
            return false;
        emitter.Emit(OpCodes.Dup);
        emitter.Keep(instruction);
        emitter.CallAt(emitter.Site(SiteKind.Address, SourceNames.Call(callee)), Hooks.Address<Any>, type);
        return true;
    }

    private bool IsGivenPointer(MethodReference callee, int index) =>
        stack.Argument(callee, index).Type is PointerType
        && TypeShapes.Argument(callee.Parameters[index], callee) is ByReferenceType { ElementType: var type } && TypeShapes.CanBeArgument(type);

    private static bool IsAllocator(MethodReference callee) =>
        callee.DeclaringType.FullName is "System.Runtime.InteropServices.NativeMemory" or "System.Runtime.InteropServices.Marshal";
}
