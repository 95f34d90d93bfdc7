using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>
/// Calls of NUnit, which is not woven: a delegate that makes a task is handed over wrapped, since NUnit would wait for the
/// task, or go on after it, where the engine does not see it.
/// </content>
internal sealed partial class MethodWeaver
{
    private void Assertion(Instruction instruction, MethodReference callee)
    {
        var made = callee.Parameters.Select(parameter => Made(TypeOf(parameter, callee))).ToArray();
        if (!Array.Exists(made, static type => type is not null))
        {
            Keep(instruction);
            return;
        }

        var makesTask = IsTask(callee.ReturnType);
        var site = Site(SiteKind.Call, SourceNames.Call(callee));
        var arguments = Spill(callee);
        for (var i = 0; i < arguments.Length; i++)
        {
            Emit(OpCodes.Ldloc, arguments[i]);
            if (made[i] is { } awaitable)
                EmitHook(makesTask ? nameof(Hooks.ToAwait) : nameof(Hooks.ToWaitFor), awaitable, site);
        }

        Keep(instruction);
        if (!makesTask)
            return;
        Emit(OpCodes.Dup);
        Emit(OpCodes.Ldc_I4, site);
        Emit(OpCodes.Call, hooks.Get(nameof(Hooks.HandedOut)));
    }

    private static bool IsNUnit(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.GetElementType() is { Namespace: "NUnit.Framework" or "NUnit.Framework.Constraints" };
    }

    /// <summary>What the delegate makes, where that may be something to await; null for any other argument.</summary>
    private static TypeReference? Made(TypeReference type) =>
        type is GenericInstanceType { ElementType.FullName: "System.Func`1" } function
        && (function.GenericArguments[0] is GenericParameter || IsTask(function.GenericArguments[0]))
            ? function.GenericArguments[0]
            : null;

    private static bool IsTask(TypeReference type) => type.GetElementType().FullName
        is "System.Threading.Tasks.Task" or "System.Threading.Tasks.Task`1"
        or "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.ValueTask`1";
}
