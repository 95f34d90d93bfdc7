using Interleaving.Instrumentation;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <summary>
/// Type initialisers that stay what they are, since the static state of their assembly outlives an execution. The runtime runs
/// them under a lock of its own, so each is one step.
/// </summary>
internal static class OnceInitializers
{
    public static void Weave(TypeDefinition type, HookMethods hooks)
    {
        if (type.Methods.FirstOrDefault(method => method.Name == ".cctor" && method.HasBody) is not { } initializer)
            return;
        initializer.Name = "<Once>";
        initializer.IsSpecialName = false;
        initializer.IsRuntimeSpecialName = false;
        foreach (var field in type.Fields.Where(field => field.IsStatic))
            field.IsInitOnly = false;
        var replacement = new MethodDefinition(
            ".cctor",
            MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName,
            type.Module.TypeSystem.Void);
        var self = TypeShapes.Self(type);
        MethodReference call = self is TypeDefinition ? initializer : new MethodReference(initializer.Name, initializer.ReturnType, self);
        var code = replacement.Body.GetILProcessor();
        var (start, final, end) = (code.Create(OpCodes.Call, call), code.Create(OpCodes.Call, hooks.Get(Hooks.EndOnce)), code.Create(OpCodes.Ret));
        code.Emit(OpCodes.Call, hooks.Get(Hooks.BeginOnce));
        code.Append(start);
        code.Emit(OpCodes.Leave, end);
        code.Append(final);
        code.Emit(OpCodes.Endfinally);
        code.Append(end);
        replacement.Body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Finally)
        {
            TryStart = start,
            TryEnd = final,
            HandlerStart = final,
            HandlerEnd = end,
        });
        type.Methods.Add(replacement);
    }
}
