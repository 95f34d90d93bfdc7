using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <summary>
/// Methods for delegates over a struct of the platform (<c>Action check = token.ThrowIfCancellationRequested</c>): the delegate
/// holds the struct boxed, the model wants its address.
/// </summary>
internal sealed class Thunks(ModuleDefinition module)
{
    private TypeDefinition? holder;

    public MethodReference Add(MethodReference model, TypeReference instance, MethodReference callee)
    {
        holder ??= Holder();
        var thunk = new MethodDefinition(
            $"{callee.Name}{holder.Methods.Count}", MethodAttributes.Assembly | MethodAttributes.Static | MethodAttributes.HideBySig, callee.ReturnType);
        thunk.Parameters.Add(new ParameterDefinition(module.TypeSystem.Object));
        var code = thunk.Body.GetILProcessor();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Unbox, instance);
        foreach (var parameter in callee.Parameters)
        {
            var own = new ParameterDefinition(parameter.ParameterType);
            thunk.Parameters.Add(own);
            code.Emit(OpCodes.Ldarg, own);
        }

        code.Emit(OpCodes.Call, model);
        code.Emit(OpCodes.Ret);
        holder.Methods.Add(thunk);
        return thunk;
    }

    private TypeDefinition Holder()
    {
        const TypeAttributes Attributes = TypeAttributes.NotPublic | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit;
        var type = new TypeDefinition("", "<Thunks>", Attributes, module.TypeSystem.Object);
        module.Types.Add(type);
        return type;
    }
}
