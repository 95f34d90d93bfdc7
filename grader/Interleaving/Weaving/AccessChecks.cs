using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <summary>
/// Lets woven code call the engine's internal members: the runtime honours an attribute of this name, wherever it is declared.
/// </summary>
internal static class AccessChecks
{
    private const string Namespace = "System.Runtime.CompilerServices";
    private const string Name = "IgnoresAccessChecksToAttribute";

    public static void Lift(ModuleDefinition module, string assembly)
    {
        var types = module.TypeSystem;
        if (module.GetType(Namespace, Name) is { } existing && existing.Methods.FirstOrDefault(method => method.IsConstructor && method.Parameters.Count == 1) is { } own)
        {
            Use(module, own, assembly);
            return;
        }

        var attribute = new TypeDefinition(
            Namespace, Name, TypeAttributes.NotPublic | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit, module.ImportReference(typeof(Attribute)));
        var constructor = new MethodDefinition(
            ".ctor",
            MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName,
            types.Void);
        constructor.Parameters.Add(new ParameterDefinition("assemblyName", ParameterAttributes.None, types.String));
        var code = constructor.Body.GetILProcessor();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Call, module.ImportReference(typeof(Attribute).GetConstructor(
            System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance, [])));
        code.Emit(OpCodes.Ret);
        attribute.Methods.Add(constructor);
        module.Types.Add(attribute);
        Use(module, constructor, assembly);
    }

    private static void Use(ModuleDefinition module, MethodDefinition constructor, string assembly)
    {
        var use = new CustomAttribute(constructor);
        use.ConstructorArguments.Add(new CustomAttributeArgument(module.TypeSystem.String, assembly));
        module.Assembly.CustomAttributes.Add(use);
    }
}
