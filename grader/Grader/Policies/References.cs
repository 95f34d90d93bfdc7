using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Grader.Policies;

/// <summary>Every name of the platform that a declaration mentions, with the place that mentions it.</summary>
internal static class References
{
    /// <summary>All of a type and its own members; nested types are asked by themselves.</summary>
    public static IEnumerable<(string Name, MemberReference Within, Instruction? At)> Of(TypeDefinition type)
    {
        var declared = Names(type.BaseType)
            .Concat(type.Interfaces.SelectMany(i => Names(i.InterfaceType).Concat(Attributes(i))))
            .Concat(type.GenericParameters.SelectMany(Parameter))
            .Concat(Attributes(type))
            .Select(name => (name, (MemberReference)type, (Instruction?)null));
        var fields = type.Fields.SelectMany(field =>
            Names(field.FieldType).Concat(Attributes(field)).Select(name => (name, (MemberReference)field, (Instruction?)null)));
        var owned = type.Properties.SelectMany(property => Attributes(property).Select(name => (name, (MemberReference)property, (Instruction?)null)))
            .Concat(type.Events.SelectMany(e => Attributes(e).Select(name => (name, (MemberReference)e, (Instruction?)null))));
        return declared.Concat(fields).Concat(owned).Concat(type.Methods.SelectMany(Of));
    }

    private static IEnumerable<(string Name, MemberReference Within, Instruction? At)> Of(MethodDefinition method)
    {
        var instructions = method.HasBody ? method.Body.Instructions.SelectMany(at => Operand(at.Operand).Select(name => (name, (MemberReference)method, (Instruction?)at))) : [];
        var signature = Names(method.ReturnType).Concat(Attributes(method)).Concat(Attributes(method.MethodReturnType))
            .Concat(method.GenericParameters.SelectMany(Parameter))
            .Concat(method.Parameters.SelectMany(parameter => Names(parameter.ParameterType).Concat(Attributes(parameter))))
            .Concat(method.Overrides.SelectMany(Operand))
            .Concat(method.HasBody
                ? method.Body.Variables.SelectMany(variable => Names(variable.VariableType))
                    .Concat(method.Body.ExceptionHandlers.SelectMany(handler => Names(handler.CatchType)))
                : [])
            .Select(name => (name, (MemberReference)method, (Instruction?)null));
        return instructions.Concat(signature);
    }

    private static IEnumerable<string> Operand(object? operand) => operand switch
    {
        GenericInstanceMethod method => Operand(method.ElementMethod).Concat(method.GenericArguments.SelectMany(Names)),
        TypeReference type => Names(type),
        MemberReference member => Names(member.DeclaringType).Prepend(member.FullName),
        _ => [],
    };

    private static IEnumerable<string> Parameter(GenericParameter parameter) =>
        parameter.Constraints.SelectMany(constraint => Names(constraint.ConstraintType).Concat(Attributes(constraint))).Concat(Attributes(parameter));

    private static IEnumerable<string> Attributes(ICustomAttributeProvider provider) =>
        provider.HasCustomAttributes
            ? provider.CustomAttributes.SelectMany(attribute => Names(attribute.AttributeType).Prepend(attribute.Constructor.FullName))
            : [];

    private static IEnumerable<string> Names(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        IModifierType modified => Names(modified.ElementType).Concat(Names(modified.ModifierType)),
        GenericInstanceType generic => Names(generic.ElementType).Concat(generic.GenericArguments.SelectMany(Names)),
        TypeSpecification specification => Names(specification.ElementType),
        _ => type.DeclaringType is { } outer ? Names(outer).Prepend(type.FullName) : [type.FullName],
    };
}
