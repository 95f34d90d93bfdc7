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
        var type = (array.Type as ArrayType)?.ElementType
            ?? instruction.Operand as TypeReference ?? ElementCodes.Type(code, method.Module.TypeSystem);
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
            EmitHook("WriteElement", type, Site(SiteKind.Write, member));
        }
        else if (code != Code.Ldelema)
        {
            Emit(OpCodes.Conv_I);
            EmitHook("ReadElement", type, Site(SiteKind.Read, member));
        }
        else
        {
            Emit(OpCodes.Conv_I);
            EmitHook("AddressElement", type, Site(SiteKind.Address, member));
        }
    }

    private static string ElementMember(Slot array, Slot index) =>
        $"{(string.IsNullOrEmpty(array.Text) ? "array" : array.Text)}[{(string.IsNullOrEmpty(index.Text) ? "…" : index.Text)}]";

    private void Indirect(Instruction instruction, TypeReference? stated)
    {
        var code = instruction.OpCode.Code;
        var store = ElementCodes.IsStore(code);
        var address = stack.Peek(store && code != Code.Initobj ? 1 : 0);
        var type = address.Pointee ?? stated ?? ElementCodes.Type(code, method.Module.TypeSystem);
        var isThisUnderConstruction = address.Origin == Origin.This && method.IsConstructor;
        if (address.Origin == Origin.Private || isThisUnderConstruction || address.Type is PointerType || !TypeShapes.CanBeArgument(type))
        {
            Keep(instruction);
            return;
        }

        var member = string.IsNullOrEmpty(address.Text) ? "*" : address.Text;
        if (!store)
        {
            EmitHook("ReadIndirect", type, Site(SiteKind.Read, member));
            return;
        }

        var value = Spill(type);
        if (code == Code.Initobj)
        {
            Emit(OpCodes.Ldloca, value);
            Emit(OpCodes.Initobj, type);
            Emit(OpCodes.Ldloc, value);
        }

        EmitHook("WriteIndirect", type, Site(SiteKind.Write, member));
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
        var member = MatrixMember(stack.Peek(depth), array.Rank, kind == SiteKind.Write ? 1 : 0);
        var value = kind == SiteKind.Write ? Spill(type) : null;
        if (value is not null)
            Emit(OpCodes.Stloc, value);
        var indices = Enumerable.Range(0, array.Rank).Select(i => Spill(method.Module.TypeSystem.Int32, i + 1)).ToArray();
        for (var i = indices.Length - 1; i >= 0; i--)
            Emit(OpCodes.Stloc, indices[i]);
        Emit(OpCodes.Dup);
        foreach (var index in indices)
            Emit(OpCodes.Ldloc, index);
        var address = new MethodReference("Address", new ByReferenceType(type), array) { HasThis = true };
        foreach (var _ in indices)
            address.Parameters.Add(new ParameterDefinition(method.Module.TypeSystem.Int32));
        Emit(OpCodes.Call, address);
        if (value is not null)
            Emit(OpCodes.Ldloc, value);
        EmitHook(kind.ToString(), type, Site(kind, member));
    }

    private string MatrixMember(Slot array, int rank, int above)
    {
        var indices = Enumerable.Range(0, rank)
            .Select(i => stack.Peek(above + rank - 1 - i).Text)
            .Select(text => string.IsNullOrEmpty(text) ? "…" : text);
        return $"{(string.IsNullOrEmpty(array.Text) ? "array" : array.Text)}[{string.Join(", ", indices)}]";
    }
}
