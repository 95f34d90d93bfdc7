using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>Array elements, and memory behind addresses.</content>
internal sealed partial class MethodWeaver
{
    private void Element(Instruction instruction)
    {
        var code = instruction.OpCode.Code;
        var store = ElementCodes.IsStore(code);
        var array = stack.Peek(store ? 2 : 1);
        var index = stack.Peek(store ? 1 : 0);
        var type = ElementType(instruction, array);
        if (!TypeShapes.CanBeArgument(type) || stack.IsFresh(array))
        {
            Keep(instruction);
            return;
        }

        var member = ElementMember(array, index);
        if (store)
        {
            var value = Spill(type);
            Emit(OpCodes.Stloc, value);
            Emit(OpCodes.Conv_I);
            Emit(OpCodes.Ldloc, value);
            EmitHook(Hooks.WriteElement<Any>, type, Site(SiteKind.Write, member));
        }
        else if (code != Code.Ldelema)
        {
            Emit(OpCodes.Conv_I);
            EmitHook(Hooks.ReadElement<Any>, type, Site(SiteKind.Read, member));
        }
        else
        {
            Emit(OpCodes.Conv_I);
            EmitHook(Has(Code.Readonly) ? Hooks.AddressReadOnlyElement<Any> : Hooks.AddressElement<Any>, type, Site(SiteKind.Address, member));
        }
    }

    /// <summary>
    /// What the instruction says, since it is checked against the array. Where it names a size alone, what the array is known to
    /// hold tells <c>bool</c> from <c>byte</c>.
    /// </summary>
    private TypeReference ElementType(Instruction instruction, Slot array)
    {
        if (instruction.Operand is TypeReference stated)
            return stated;
        var basic = ElementCodes.Type(instruction.OpCode.Code, method.Module.TypeSystem);
        return basic.MetadataType != MetadataType.Object && array.Type is ArrayType { ElementType: var known } ? known : basic;
    }

    private static string ElementMember(Slot array, Slot index) =>
        $"{(string.IsNullOrEmpty(array.Text) ? "array" : array.Text)}[{(string.IsNullOrEmpty(index.Text) ? "…" : index.Text)}]";

    private void Indirect(Instruction instruction, TypeReference? stated)
    {
        var code = instruction.OpCode.Code;
        var store = ElementCodes.IsStore(code);
        var address = stack.Peek(store && code != Code.Initobj ? 1 : 0);
        var type = stated ?? address.Pointee ?? ElementCodes.Type(code, method.Module.TypeSystem);
        var isThisUnderConstruction = address.Origin == Origin.This && method.IsConstructor;
        if (address.Origin == Origin.Private || isThisUnderConstruction
            || !(TypeShapes.CanBeArgument(type) || type is GenericParameter))
        {
            Keep(instruction);
            return;
        }

        var member = string.IsNullOrEmpty(address.Text) ? "*" : address.Text;
        (Delegate Read, Delegate Write) hook = !TypeShapes.CanBeArgument(type) ? (Hooks.ReadIndirectOfAny<Any>, Hooks.WriteIndirectOfAny<Any>)
            : IsPointer(address) ? (Hooks.ReadPointer<Any>, Hooks.WritePointer<Any>)
            : Has(Code.Volatile) ? (Hooks.ReadIndirectVolatile<Any>, Hooks.WriteIndirectVolatile<Any>) : (Hooks.ReadIndirect<Any>, Hooks.WriteIndirect<Any>);
        if (!store)
        {
            EmitHook(hook.Read, type, Site(SiteKind.Read, member));
            return;
        }

        var value = Spill(type);
        if (code == Code.Initobj)
        {
            Emit(OpCodes.Ldloca, value);
            Emit(OpCodes.Initobj, type);
            Emit(OpCodes.Ldloc, value);
        }

        EmitHook(hook.Write, type, Site(SiteKind.Write, member));
    }

    /// <summary>Arithmetic leaves a number of what was a pointer.</summary>
    private static bool IsPointer(Slot address) => address.Type is PointerType or { IsPrimitive: true };

    /// <summary>What is in a box can be changed by the methods of the struct, so others may share it.</summary>
    private void Unbox(Instruction instruction, TypeReference type)
    {
        if (!TypeShapes.CanBeArgument(type) || TypeShapes.IsPlatform(type) || !TypeShapes.MayChange(type))
        {
            Keep(instruction);
            return;
        }

        var isValue = instruction.OpCode.Code == Code.Unbox_Any;
        Emit(OpCodes.Dup);
        Emit(OpCodes.Unbox, type);
        var member = SourceNames.Type(type);
        EmitHook(isValue ? Hooks.Read<Any> : Hooks.Address<Any>, type, Site(isValue ? SiteKind.Read : SiteKind.Address, member));
    }

    /// <summary>Arrays of several dimensions are read and written by methods of the runtime.</summary>
    private void MatrixElement(Instruction instruction, MethodReference callee, ArrayType array)
    {
        var type = TypeShapes.Unmodified(array.ElementType);
        var kind = callee.Name switch { "Get" => SiteKind.Read, "Set" => SiteKind.Write, "Address" => SiteKind.Address, _ => SiteKind.Call };
        if (kind == SiteKind.Call || !TypeShapes.CanBeArgument(type))
        {
            Keep(instruction);
            return;
        }

        var depth = kind == SiteKind.Write ? array.Rank + 1 : array.Rank;
        var site = Site(kind, MatrixMember(stack.Peek(depth), array.Rank, kind == SiteKind.Write ? 1 : 0));
        var value = kind == SiteKind.Write ? Spill(type) : null;
        if (value is not null)
            Emit(OpCodes.Stloc, value);
        var indices = Enumerable.Range(0, array.Rank).Select(i => Spill(method.Module.TypeSystem.Int32, i + 1)).ToArray();
        for (var i = indices.Length - 1; i >= 0; i--)
            Emit(OpCodes.Stloc, indices[i]);
        Emit(OpCodes.Dup);
        if (value is not null)
            Emit(OpCodes.Dup);
        foreach (var index in indices)
            Emit(OpCodes.Ldloc, index);

        // Behind readonly., the address of an item of a derived type is given out as well, as an item is read or written.
        if (kind != SiteKind.Address || Has(Code.Readonly))
            Emit(OpCodes.Readonly);
        var address = new MethodReference("Address", new ByReferenceType(type), array) { HasThis = true };
        foreach (var _ in indices)
            address.Parameters.Add(new ParameterDefinition(method.Module.TypeSystem.Int32));
        Emit(OpCodes.Call, address);
        if (value is null)
        {
            EmitHook(kind == SiteKind.Read ? Hooks.Read<Any> : Hooks.Address<Any>, type, site);
            return;
        }

        // The runtime's own method writes: it checks that the array can hold the value.
        Emit(OpCodes.Ldloc, value);
        EmitHook(Hooks.Writing<Any>, type, site);
        foreach (var index in indices)
            Emit(OpCodes.Ldloc, index);
        Emit(OpCodes.Ldloc, value);
        Keep(instruction);
    }

    private string MatrixMember(Slot array, int rank, int above)
    {
        var indices = Enumerable.Range(0, rank)
            .Select(i => stack.Peek(above + rank - 1 - i).Text)
            .Select(text => string.IsNullOrEmpty(text) ? "…" : text);
        return $"{(string.IsNullOrEmpty(array.Text) ? "array" : array.Text)}[{string.Join(", ", indices)}]";
    }
}
