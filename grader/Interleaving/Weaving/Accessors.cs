using Interleaving.Naming;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <summary>
/// Automatic properties. Their accessors are fields in disguise; a use of one is woven as a use of the field, so that it
/// is reported where it stands and not where the property is declared.
/// </summary>
internal sealed class Accessors
{
    private readonly Dictionary<MethodDefinition, FieldDefinition> fields = [];

    public Accessors(IEnumerable<TypeDefinition> types)
    {
        foreach (var property in types.SelectMany(type => type.Properties))
        {
            foreach (var accessor in new[] { property.GetMethod, property.SetMethod })
            {
                if (accessor is { HasBody: true } && (!accessor.IsVirtual || accessor.IsFinal) && BackingField(accessor) is { } field)
                {
                    fields.Add(accessor, field);

                    // The uses may stand in other types.
                    field.IsAssembly = true;
                }
            }
        }
    }

    /// <summary>The field that a call of an accessor stands for; null when it does more than that.</summary>
    public FieldReference? Find(MethodReference callee)
    {
        if (callee.DeclaringType.GetElementType() is not TypeDefinition
            || !CompilerNames.IsAccessor(callee.Name))
            return null;
        var definition = callee as MethodDefinition ?? callee.Resolve();
        if (definition is null || !fields.TryGetValue(definition, out var field))
            return null;
        return callee.DeclaringType is TypeDefinition ? field : new FieldReference(field.Name, field.FieldType, callee.DeclaringType);
    }

    public static OpCode Code(MethodReference callee) => (callee.HasThis, callee.Parameters.Count) switch
    {
        (true, 0) => OpCodes.Ldfld,
        (true, _) => OpCodes.Stfld,
        (false, 0) => OpCodes.Ldsfld,
        (false, _) => OpCodes.Stsfld,
    };

    private static FieldDefinition? BackingField(MethodDefinition accessor)
    {
        if (!accessor.HasCustomAttributes || accessor.Body.Instructions.Count > 5)
            return null;
        var field = accessor.Body.Instructions.Select(instruction => instruction.Operand).OfType<FieldDefinition>().FirstOrDefault();
        return field is not null && CompilerNames.IsBackingField(field.Name) ? field : null;
    }
}
