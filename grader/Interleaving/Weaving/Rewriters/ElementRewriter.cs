using Interleaving.Instrumentation;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>Rewrites reads, writes and addresses of array elements, which operations may share as they may fields.</summary>
internal sealed class ElementRewriter(TypeSystem types, Emitter emitter, EvaluationStack stack)
{
    public void Rewrite(Instruction instruction)
    {
        var code = instruction.OpCode.Code;
        var store = ElementCodes.IsStore(code);
        var array = stack.Peek(store ? 2 : 1);
        var index = stack.Peek(store ? 1 : 0);
        var type = ElementType(instruction, array);
        if (!TypeShapes.CanBeArgument(type) || stack.IsFresh(array))
        {
            emitter.Keep(instruction, stack.IsFresh(array));
            return;
        }

        var member = Member(array, [index]);
        var value = store ? emitter.Spill(type) : null;
        if (value is not null)
            emitter.Emit(OpCodes.Stloc, value);
        emitter.Emit(OpCodes.Conv_I);
        if (value is not null)
        {
            emitter.Emit(OpCodes.Ldloc, value);
            emitter.CallAt(emitter.Site(SiteKind.Write, member), Hooks.WriteElement<Any>, type);
        }
        else if (code != Code.Ldelema)
        {
            emitter.CallAt(emitter.Site(SiteKind.Read, member), Hooks.ReadElement<Any>, type);
        }
        else
        {
            var isReadOnly = emitter.Has(Code.Readonly);
            emitter.CallAt(emitter.Site(SiteKind.Address, member), isReadOnly ? Hooks.AddressReadOnlyElement<Any> : Hooks.AddressElement<Any>, type);
        }
    }

    /// <summary>Arrays of several dimensions are read and written by methods of the runtime.</summary>
    public void RewriteMatrix(Instruction instruction, MethodReference callee, ArrayType array)
    {
        var type = TypeShapes.Unmodified(array.ElementType);
        var kind = callee.Name switch { "Get" => SiteKind.Read, "Set" => SiteKind.Write, "Address" => SiteKind.Address, _ => SiteKind.Call };
        if (kind == SiteKind.Call || !TypeShapes.CanBeArgument(type))
        {
            emitter.Keep(instruction);
            return;
        }

        var above = kind == SiteKind.Write ? 1 : 0;
        var member = Member(stack.Peek(array.Rank + above), Enumerable.Range(0, array.Rank).Select(i => stack.Peek(above + array.Rank - 1 - i)));
        var site = emitter.Site(kind, member);
        var value = kind == SiteKind.Write ? emitter.Spill(type) : null;
        if (value is not null)
            emitter.Emit(OpCodes.Stloc, value);
        var indices = Enumerable.Range(0, array.Rank).Select(i => emitter.Spill(types.Int32, i + 1)).ToArray();
        for (var i = indices.Length - 1; i >= 0; i--)
            emitter.Emit(OpCodes.Stloc, indices[i]);
        emitter.Emit(OpCodes.Dup);
        if (value is not null)
            emitter.Emit(OpCodes.Dup);
        emitter.Load(indices);

        // Behind readonly., the address of an item of a derived type is given out as well, as an item is read or written.
        if (kind != SiteKind.Address || emitter.Has(Code.Readonly))
            emitter.Emit(OpCodes.Readonly);
        emitter.Emit(OpCodes.Call, AddressOf(array, type));
        if (value is null)
        {
            emitter.CallAt(site, kind == SiteKind.Read ? Hooks.Read<Any> : Hooks.Address<Any>, type);
            return;
        }

        // The runtime's own method writes: it checks that the array can hold the value.
        emitter.Emit(OpCodes.Ldloc, value);
        emitter.CallAt(site, Hooks.Writing<Any>, type);
        emitter.Load(indices);
        emitter.Emit(OpCodes.Ldloc, value);
        emitter.Keep(instruction);
    }

    /// <summary>The runtime's method for the address of an item.</summary>
    private MethodReference AddressOf(ArrayType array, TypeReference type)
    {
        var address = new MethodReference("Address", new ByReferenceType(type), array) { HasThis = true };
        for (var i = 0; i < array.Rank; i++)
            address.Parameters.Add(new ParameterDefinition(types.Int32));
        return address;
    }

    /// <summary>
    /// What the instruction says, since it is checked against the array. Where it names a size alone, what the array is known to
    /// hold tells <c>bool</c> from <c>byte</c>.
    /// </summary>
    private TypeReference ElementType(Instruction instruction, Slot array)
    {
        if (instruction.Operand is TypeReference stated)
            return stated;
        var basic = ElementCodes.Type(instruction.OpCode.Code, types);
        return basic.MetadataType != MetadataType.Object && array.Type is ArrayType { ElementType: var known } ? known : basic;
    }

    private static string Member(Slot array, IEnumerable<Slot> indices)
    {
        var within = indices.Select(index => string.IsNullOrEmpty(index.Text) ? "…" : index.Text);
        return $"{(string.IsNullOrEmpty(array.Text) ? "array" : array.Text)}[{string.Join(", ", within)}]";
    }
}
