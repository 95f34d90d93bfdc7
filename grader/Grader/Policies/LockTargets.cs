using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Grader.Policies;

/// <summary>
/// Locks on what others can hold too: a type, or a string, of which the runtime keeps one object for all equal literals.
/// </summary>
internal static class LockTargets
{
    private const string Advice = "use a private readonly Lock of your own";

    public static IEnumerable<Violation> Violations(MethodDefinition method)
    {
        foreach (var call in method.Body.Instructions)
        {
            if (call.Operand is not MethodReference { DeclaringType.FullName: "System.Threading.Monitor", Name: "Enter" or "TryEnter" } enter)
                continue;
            var message = Target(method, Argument(call, enter.Parameters.Count)) switch
            {
                "System.String" => "a lock on a string is not allowed: equal strings may be one object, so code that you have never seen can hold it; " + Advice,
                "System.Type" => "a lock on a Type is not allowed: everybody who knows the type can hold it; " + Advice,
                _ => null,
            };
            if (message is not null)
                yield return new Violation(message, method, call);
        }
    }

    /// <summary>The instruction that loads the first of the arguments, where each of the others is one instruction.</summary>
    private static Instruction? Argument(Instruction call, int count)
    {
        var at = call.Previous;
        for (var i = 1; i < count && at is not null; i++)
            at = at.Previous?.OpCode.Code == Code.Ldarg_0 && at.OpCode.Code == Code.Ldflda ? at.Previous.Previous : at.Previous;
        return at;
    }

    /// <summary>The static type of what an instruction leaves, through the temporary that a lock statement makes.</summary>
    private static string? Target(MethodDefinition method, Instruction? at) => at?.OpCode.Code switch
    {
        Code.Ldstr => "System.String",
        Code.Ldfld when at.Operand is FieldReference { FieldType.FullName: "System.Object" } hoisted => Target(method, StoredBefore(at, hoisted)),
        Code.Ldfld or Code.Ldsfld => ((FieldReference)at.Operand).FieldType.FullName,
        Code.Call or Code.Callvirt => ((MethodReference)at.Operand).ReturnType.FullName,
        Code.Ldarg or Code.Ldarg_S => ((ParameterDefinition)at.Operand).ParameterType.FullName,
        Code.Ldarg_0 or Code.Ldarg_1 or Code.Ldarg_2 or Code.Ldarg_3 => Parameter(method, at.OpCode.Code - Code.Ldarg_0),
        _ => at is not null && Loaded(method, at) is { } variable
            ? variable.VariableType.FullName == "System.Object" ? Target(method, StoredBefore(at, method, variable)) : variable.VariableType.FullName
            : null,
    };

    private static string? Parameter(MethodDefinition method, int index) =>
        (method.HasThis ? index - 1 : index) is >= 0 and var i && i < method.Parameters.Count ? method.Parameters[i].ParameterType.FullName : null;

    private static VariableDefinition? Loaded(MethodDefinition method, Instruction at) => at.OpCode.Code switch
    {
        Code.Ldloc or Code.Ldloc_S => (VariableDefinition)at.Operand,
        >= Code.Ldloc_0 and <= Code.Ldloc_3 => method.Body.Variables[at.OpCode.Code - Code.Ldloc_0],
        _ => null,
    };

    private static Instruction? StoredBefore(Instruction at, MethodDefinition method, VariableDefinition variable)
    {
        for (var store = at.Previous; store is not null; store = store.Previous)
        {
            var stored = store.OpCode.Code switch
            {
                Code.Stloc or Code.Stloc_S => (VariableDefinition)store.Operand,
                >= Code.Stloc_0 and <= Code.Stloc_3 => method.Body.Variables[store.OpCode.Code - Code.Stloc_0],
                _ => null,
            };
            if (stored == variable)
                return store.Previous;
        }

        return null;
    }

    /// <summary>An iterator keeps the temporary in a field.</summary>
    private static Instruction? StoredBefore(Instruction at, FieldReference field)
    {
        for (var store = at.Previous; store is not null; store = store.Previous)
        {
            if (store.OpCode.Code == Code.Stfld && ((FieldReference)store.Operand).FullName == field.FullName)
                return store.Previous;
        }

        return null;
    }
}
