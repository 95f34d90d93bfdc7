using Interleaving.Instrumentation;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>
/// Rewrites calls of NUnit, which is not woven: a delegate that makes a task is handed over wrapped, since NUnit would wait for the
/// task, or go on after it, where the engine does not see it.
/// </summary>
internal sealed class AssertionRewriter(HookMethods hooks, Emitter emitter)
{
    public void Rewrite(Instruction instruction, MethodReference callee)
    {
        var made = callee.Parameters.Select(parameter => Made(TypeShapes.Argument(parameter, callee))).ToArray();
        if (!Array.Exists(made, static type => type is not null))
        {
            emitter.Keep(instruction);
            return;
        }

        var makesTask = IsTask(callee.ReturnType);
        var site = emitter.Site(SiteKind.Call, SourceNames.Call(callee));
        var arguments = emitter.SpillArguments(callee);
        for (var i = 0; i < arguments.Length; i++)
        {
            emitter.Emit(OpCodes.Ldloc, arguments[i]);
            if (made[i] is not { } awaitable)
                continue;
            var type = TypeShapes.Argument(callee.Parameters[i], callee);
            if (IsFunction(type))
                emitter.CallAt(site, makesTask ? Hooks.ToAwait<Any> : Hooks.ToWaitFor<Any>, awaitable);
            else
                emitter.CallAt(site, makesTask ? Hooks.OwnToAwait<Action, Any> : Hooks.OwnToWaitFor<Action, Any>, type, awaitable);
        }

        emitter.Keep(instruction);
        if (!makesTask)
            return;
        emitter.Emit(OpCodes.Dup);
        emitter.CallAt(site, Hooks.HandedOut);
    }

    public static bool IsNUnit(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.GetElementType() is { Namespace: "NUnit.Framework" or "NUnit.Framework.Constraints" };
    }

    /// <summary>What the delegate makes, where that may be something to await; null for any other argument.</summary>
    private TypeReference? Made(TypeReference type)
    {
        var result = type switch
        {
            GenericInstanceType { GenericArguments.Count: 1 } function when IsFunction(type) || IsNUnitDelegate(type) => function.GenericArguments[0],
            _ when IsNUnit(type) && IsAsyncDelegate(type) => hooks.Task,
            _ => null,
        };
        return result is GenericParameter || (result is not null && IsTask(result)) ? result : null;
    }

    private static bool IsFunction(TypeReference type) => type is GenericInstanceType { ElementType.FullName: "System.Func`1" };

    private static bool IsNUnitDelegate(TypeReference type) =>
        IsNUnit(type) && TypeShapes.TryResolve(type)?.BaseType?.FullName == "System.MulticastDelegate";

    /// <summary>NUnit 4 has delegates of its own where NUnit 5 takes functions.</summary>
    private static bool IsAsyncDelegate(TypeReference type) => TypeShapes.TryResolve(type) is { BaseType.FullName: "System.MulticastDelegate" } own
        && own.Methods.FirstOrDefault(method => method.Name == "Invoke") is { Parameters.Count: 0 } invoke
        && invoke.ReturnType.FullName == "System.Threading.Tasks.Task";

    private static bool IsTask(TypeReference type) => type.GetElementType().FullName
        is "System.Threading.Tasks.Task" or "System.Threading.Tasks.Task`1"
        or "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.ValueTask`1";
}
