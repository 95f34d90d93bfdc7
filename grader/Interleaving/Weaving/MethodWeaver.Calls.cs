using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>Calls of the platform.</content>
internal sealed partial class MethodWeaver
{
    private void Call(Instruction instruction, MethodReference callee)
    {
        if (callee.DeclaringType is ArrayType array)
        {
            MatrixElement(instruction, callee, array);
            return;
        }

        var constrained = prefixes.Find(prefix => prefix.OpCode.Code == Code.Constrained)?.Operand as TypeReference;
        var redirect = weaver.Redirects.Find(instruction.OpCode.Code, callee, constrained, IsBaseCall(instruction, callee));
        if (redirect.Target is { } target)
        {
            Emit(OpCodes.Ldc_I4, Site(SiteKind.Call, SourceNames.Call(callee)));
            Emit(OpCodes.Call, hooks.Get(nameof(Hooks.At)));
            Emit(OpCodes.Call, target);
            return;
        }

        if (redirect.IsRefused)
            Refuse(SourceNames.Api(callee));
        else if (constrained is null && callee.HasThis && instruction.OpCode.Code != Code.Newobj)
            Touch(callee);
        Keep(instruction);
    }

    /// <summary>A method that becomes a delegate: the model's method closed over the instance takes the same arguments.</summary>
    private void Pointer(Instruction instruction, MethodReference callee)
    {
        var redirect = weaver.Redirects.Find(instruction.OpCode.Code, callee, null, isBaseCall: false);
        if (redirect.Target is { } target && !(callee.HasThis && TypeShapes.IsValueType(callee.DeclaringType)))
        {
            if (instruction.OpCode.Code == Code.Ldvirtftn)
                Emit(OpCodes.Pop);
            Emit(OpCodes.Ldftn, target);
            return;
        }

        if (redirect.Target is not null || redirect.IsRefused)
            Refuse(SourceNames.Api(callee));
        Keep(instruction);
    }

    /// <summary><c>base.Post(…)</c>: a non-virtual call of a virtual method on one's own instance.</summary>
    private bool IsBaseCall(Instruction instruction, MethodReference callee) =>
        instruction.OpCode.Code == Code.Call && callee.HasThis && !method.DeclaringType.IsValueType
        && stack.Peek(callee.Parameters.Count).Origin == Origin.This;

    /// <summary>A call on an object of the platform that is not made for several threads is an access to all of it.</summary>
    private void Touch(MethodReference callee)
    {
        if (Collections.Access(callee) is not { } write)
            return;
        var parameters = callee.Parameters;
        var locals = new VariableDefinition[parameters.Count];
        for (var i = 0; i < locals.Length; i++)
        {
            var type = TypeShapes.Substitute(TypeShapes.Unmodified(parameters[i].ParameterType), callee.DeclaringType, callee);
            locals[i] = Spill(type, i);
        }

        var receiver = stack.Peek(locals.Length);
        for (var i = locals.Length - 1; i >= 0; i--)
            Emit(OpCodes.Stloc, locals[i]);
        Emit(OpCodes.Dup);
        Emit(write ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
        var member = string.IsNullOrEmpty(receiver.Text) ? SourceNames.Call(callee) : $"{receiver.Text}.{SourceNames.Accessed(callee.Name)}";
        Emit(OpCodes.Ldc_I4, Site(write ? SiteKind.Write : SiteKind.Read, member));
        Emit(OpCodes.Call, hooks.Get(nameof(Hooks.Touch)));
        foreach (var local in locals)
            Emit(OpCodes.Ldloc, local);
    }

    private void Refuse(string api)
    {
        var (file, line) = Place();
        weaver.Refuse(api, file, line);
    }
}
