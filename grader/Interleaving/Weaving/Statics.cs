using Interleaving.Naming;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <summary>
/// Makes the static state of a module's types start anew in each execution: the type initialiser becomes a method, and
/// every access to a static field first makes sure that it has run.
/// </summary>
internal sealed class Statics(ModuleDefinition module, HookMethods hooks)
{
    private readonly Dictionary<TypeDefinition, MethodDefinition> ensured = [];
    private readonly HashSet<FieldDefinition> readOnly = [];
    private readonly List<MethodDefinition> added = [];

    /// <summary>Finds what has to be reset, before any method is woven.</summary>
    public void Prepare(IEnumerable<TypeDefinition> types)
    {
        foreach (var type in types)
        {
            var fields = type.Fields.Where(StartsAnew).ToArray();
            if (SourceNames.IsCompilers(type) || (fields.Length == 0 && !HasConstructor(type)))
                continue;
            foreach (var field in fields.Where(field => field.IsInitOnly))
            {
                readOnly.Add(field);
                field.IsInitOnly = false;
            }

            Weave(type, fields);
        }
    }

    /// <summary>Whether the method was added here and is to be left as it is.</summary>
    public bool IsOwn(MethodDefinition method) => added.Contains(method);

    /// <summary>Whether the method was a type initialiser.</summary>
    public static bool IsInitializer(MethodDefinition method) => method.IsStatic && method.Name is "<Init>" or ".cctor";

    /// <summary>Whether the field was declared <c>readonly</c>.</summary>
    public bool WasReadOnly(FieldDefinition field) => field.IsInitOnly || readOnly.Contains(field);

    /// <summary>The method to call before a field of the type is used; null when there is none.</summary>
    public MethodReference? Ensure(FieldReference field)
    {
        if (TypeShapes.TryResolve(field) is not { } definition || !ensured.TryGetValue(definition.DeclaringType, out var method))
            return null;
        return StartsAnew(definition) || IsPerThread(definition) ? On(method, field.DeclaringType) : null;
    }

    /// <summary>Whether each thread has its own: a field of this module marked [ThreadStatic].</summary>
    public bool IsPerThread(FieldReference field) =>
        TypeShapes.TryResolve(field) is { } definition && definition.Module == module && IsPerThread(definition);

    /// <summary>Whether the field belongs to an assembly that may be woven too.</summary>
    public bool IsForeign(FieldReference field) =>
        TypeShapes.TryResolve(field) is { } definition && definition.Module != module
        && StartsAnew(definition) && !TypeShapes.IsPlatform(field.DeclaringType);

    /// <summary>The method to call when this one is entered: a type with a static constructor is initialised by its first call.</summary>
    public MethodReference? EnsureOnEntry(MethodDefinition method) =>
        (method.IsStatic || method.IsConstructor) && !IsInitializer(method) && !method.DeclaringType.IsBeforeFieldInit
        && ensured.TryGetValue(method.DeclaringType, out var ensure) && HasInitializer(method.DeclaringType)
            ? On(ensure, TypeShapes.Self(method.DeclaringType))
            : null;

    /// <summary>
    /// Left to the runtime, it would run under a lock of the runtime's own, which those who wait for it would block in unseen.
    /// </summary>
    private static bool HasConstructor(TypeDefinition type) => type.Methods.Any(method => method.Name == ".cctor");

    private static bool HasInitializer(TypeDefinition type) => type.Methods.Any(method => method.Name == "<Init>");

    private static bool StartsAnew(FieldDefinition field) => field.IsStatic && !field.IsLiteral && field.RVA == 0
        && !CompilerNames.IsNameless(field.Name) && field.Name is not ("<epoch>" or "<begun>")
        && !IsPerThread(field);

    private static bool IsPerThread(FieldDefinition field) => field.IsStatic && field.HasCustomAttributes
        && field.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "ThreadStaticAttribute");

    private void Weave(TypeDefinition type, FieldDefinition[] fields)
    {
        var initializer = type.Methods.FirstOrDefault(method => method.Name == ".cctor");
        if (initializer is not null)
        {
            initializer.Name = "<Init>";
            initializer.IsSpecialName = false;
            initializer.IsRuntimeSpecialName = false;
        }

        var epoch = AddField(type, "<epoch>");
        var renew = Add(type, "<Renew>");
        Renew(type, renew, epoch, fields, initializer);
        var ensure = Add(type, StaticState.EnsureName);
        var code = ensure.Body.GetILProcessor();
        var done = code.Create(OpCodes.Ret);
        code.Emit(OpCodes.Volatile);
        code.Emit(OpCodes.Ldsfld, epoch);
        code.Emit(OpCodes.Ldsfld, hooks.Epoch);
        code.Emit(OpCodes.Beq, done);
        code.Emit(OpCodes.Call, On(renew, TypeShapes.Self(type)));
        code.Append(done);
        ensured.Add(type, ensure);
    }

    private void Renew(TypeDefinition type, MethodDefinition renew, FieldReference epoch, FieldDefinition[] fields, MethodDefinition? initializer)
    {
        var code = renew.Body.GetILProcessor();
        var begun = AddField(type, "<begun>");
        var end = code.Create(OpCodes.Ret);
        code.Emit(OpCodes.Ldsflda, begun);
        code.Emit(OpCodes.Ldtoken, TypeShapes.Self(type));
        code.Emit(OpCodes.Call, hooks.Get(StaticState.Begin));
        code.Emit(OpCodes.Brfalse, end);
        var start = code.Create(OpCodes.Nop);
        code.Append(start);
        foreach (var field in fields)
        {
            code.Emit(OpCodes.Ldsflda, new FieldReference(field.Name, field.FieldType, TypeShapes.Self(type)));
            code.Emit(OpCodes.Initobj, TypeShapes.Unmodified(field.FieldType));
        }

        if (initializer is not null)
            code.Emit(OpCodes.Call, On(initializer, TypeShapes.Self(type)));
        var leave = code.Create(OpCodes.Leave, end);
        code.Emit(OpCodes.Ldtoken, TypeShapes.Self(type));
        code.Emit(OpCodes.Call, hooks.Get(StaticState.IsSettled));
        code.Emit(OpCodes.Brfalse, leave);
        code.Emit(OpCodes.Ldsfld, begun);
        code.Emit(OpCodes.Volatile);
        code.Emit(OpCodes.Stsfld, epoch);
        code.Append(leave);

        // A type whose initialiser failed is not initialised: the next use tries, and fails, again.
        var caught = code.Create(OpCodes.Ldc_I4_0);
        code.Append(caught);
        code.Emit(OpCodes.Stsfld, begun);
        code.Emit(OpCodes.Ldtoken, TypeShapes.Self(type));
        code.Emit(OpCodes.Call, hooks.Get(StaticState.Failure));
        code.Emit(OpCodes.Throw);
        var final = code.Create(OpCodes.Ldtoken, TypeShapes.Self(type));
        code.Append(final);
        code.Emit(OpCodes.Call, hooks.Get(StaticState.End));
        code.Emit(OpCodes.Endfinally);
        code.Append(end);
        renew.Body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Catch)
        {
            TryStart = start,
            TryEnd = caught,
            HandlerStart = caught,
            HandlerEnd = final,
            CatchType = hooks.Exception,
        });
        renew.Body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Finally)
        {
            TryStart = start,
            TryEnd = final,
            HandlerStart = final,
            HandlerEnd = end,
        });
    }

    private FieldReference AddField(TypeDefinition type, string name)
    {
        var field = new FieldDefinition(name, FieldAttributes.Assembly | FieldAttributes.Static, module.TypeSystem.Int32);
        type.Fields.Add(field);
        return new FieldReference(field.Name, field.FieldType, TypeShapes.Self(type));
    }

    private MethodDefinition Add(TypeDefinition type, string name)
    {
        const MethodAttributes Attributes = MethodAttributes.Assembly | MethodAttributes.Static | MethodAttributes.HideBySig;
        var method = new MethodDefinition(name, Attributes, module.TypeSystem.Void);
        type.Methods.Add(method);
        added.Add(method);
        return method;
    }

    private static MethodReference On(MethodDefinition method, TypeReference type) =>
        type is TypeDefinition ? method : new MethodReference(method.Name, method.ReturnType, type);
}
