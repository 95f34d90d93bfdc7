using Interleaving.Naming;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Interleaving.Weaving;

/// <summary>
/// Fields that nobody marked <c>readonly</c>, yet nobody changes once others know the object: captured parameters, private
/// fields that only constructors set. They are no places where operations can meet, and they are read all the time.
/// </summary>
internal sealed class Constants
{
    private readonly HashSet<FieldDefinition> changed = [];

    public Constants(IEnumerable<TypeDefinition> types)
    {
        foreach (var method in types.SelectMany(type => type.Methods).Where(method => method.HasBody))
            Scan(method);
    }

    public bool Contains(FieldReference field) =>
        Definition(field) is { } definition && IsClosed(definition) && !changed.Contains(definition);

    private static FieldDefinition? Definition(FieldReference field)
    {
        if (field is FieldDefinition definition)
            return definition;
        return field.DeclaringType.GetElementType() is TypeDefinition type
            ? type.Fields.FirstOrDefault(candidate => candidate.Name == field.Name)
            : null;
    }

    /// <remarks>A field of a struct changes with the variable that holds the struct.</remarks>
    private static bool IsClosed(FieldDefinition field) => !field.DeclaringType.IsValueType && IsClosedToOthers(field);

    /// <summary>Whether no other assembly can change the field.</summary>
    private static bool IsClosedToOthers(FieldDefinition field) =>
        field.IsPrivate || SourceNames.IsClosure(field.DeclaringType) || CompilerNames.IsBackingField(field.Name);

    private static bool IsInitOnlySetter(MethodDefinition method) =>
        method.IsSetter && method.ReturnType is RequiredModifierType { ModifierType.Name: "IsExternalInit" };

    private void Scan(MethodDefinition method)
    {
        var mayInitialise = (method.IsConstructor && !method.IsStatic) || method.Body.Instructions.Any(instruction =>
            instruction.OpCode.Code == Code.Newobj && SourceNames.IsClosure(((MethodReference)instruction.Operand).DeclaringType));
        if (mayInitialise)
            Follow(method);
        else if (!IsInitOnlySetter(method))
            Collect(method);
    }

    /// <summary>Any store counts as a change.</summary>
    private void Collect(MethodDefinition method)
    {
        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is not FieldReference field || Definition(field) is not { } definition)
                continue;
            var isInitializer = method.IsConstructor && method.IsStatic && definition.DeclaringType == method.DeclaringType;
            if ((IsStore(instruction) && !isInitializer) || IsEscape(instruction))
                changed.Add(definition);
        }
    }

    /// <summary>Stores to an object that only this method knows do not count.</summary>
    private void Follow(MethodDefinition method)
    {
        method.Body.SimplifyMacros();
        var stack = new EvaluationStack(method);
        foreach (var instruction in method.Body.Instructions)
        {
            stack.Arrive(instruction);
            if (instruction.Operand is FieldReference field && Definition(field) is { } definition)
            {
                var owner = stack.Peek(instruction.OpCode.Code == Code.Stfld ? 1 : 0);
                var isOwn = stack.IsFresh(owner) || (owner.Origin == Origin.This && method.IsConstructor && !stack.ThisEscaped);
                if ((IsStore(instruction) && !(instruction.OpCode.Code == Code.Stfld && isOwn)) || IsEscape(instruction))
                    changed.Add(definition);
            }

            if (instruction.OpCode.OpCodeType != OpCodeType.Prefix)
                stack.Step(instruction);
        }
    }

    private static bool IsStore(Instruction instruction) => instruction.OpCode.Code is Code.Stfld or Code.Stsfld;

    /// <summary>Whether an address is taken to write through: not when a method of a readonly struct is called on it.</summary>
    private static bool IsEscape(Instruction instruction)
    {
        if (instruction.OpCode.Code is not (Code.Ldflda or Code.Ldsflda))
            return false;
        var type = ((FieldReference)instruction.Operand).FieldType;
        return !(TypeShapes.TryResolve(type) is { IsValueType: true, HasCustomAttributes: true } definition
            && definition.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "IsReadOnlyAttribute")
            && instruction.Next is { OpCode.Code: Code.Call, Operand: MethodReference { HasThis: true, Parameters.Count: 0 } });
    }
}
