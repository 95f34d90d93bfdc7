using Interleaving.SourceMap;
using Mono.Cecil;

namespace Grader.Policies;

/// <summary>What a submission may not declare, whatever it uses.</summary>
internal static class Declarations
{
    /// <summary>
    /// First words of namespaces that belong to the platform, the tests and the grader. What an exception of an assertion library says is
    /// told whole, so none may pass for one.
    /// </summary>
    private static readonly string[] Reserved =
    [
        "System", "Microsoft", "Windows", "Internal", "Interop", "Mono", "NUnit", "Shouldly", "Xunit", "FluentAssertions", "AwesomeAssertions",
        "Interleaving", "Judge", "Grader",
    ];

    public static IEnumerable<Violation> Violations(ModuleDefinition module, RuleBook rules)
    {
        if (module.Resources.Count > 0 || module.ModuleReferences.Count > 0 || module.ExportedTypes.Count > 0)
            yield return new Violation("the assembly has parts that no C# file of a kata makes; remove what adds them");
        if (module.Assembly.HasSecurityDeclarations)
            yield return new Violation("security declarations have no use in a kata; remove them");
        foreach (var violation in module.GetTypes().SelectMany(type => OfType(type, rules)))
            yield return violation;
    }

    /// <summary>Fields that are laid out by hand to keep counters on lines of their own have their own bytes each.</summary>
    private static bool MayOverlap(TypeDefinition type)
    {
        var end = 0L;
        foreach (var field in type.Fields.Where(field => !field.IsStatic).OrderBy(field => field.Offset))
        {
            var size = SizeOf(field.FieldType);
            if (field.Offset < end || (size is { } bytes && field.Offset % bytes != 0))
                return true;
            end = size is { } known ? field.Offset + known : long.MaxValue;
        }

        return false;
    }

    /// <summary>In bytes, on a machine of 64 bits; null for a struct, whose size is its own affair.</summary>
    private static int? SizeOf(TypeReference type) => type.MetadataType switch
    {
        MetadataType.Boolean or MetadataType.Byte or MetadataType.SByte => 1,
        MetadataType.Char or MetadataType.Int16 or MetadataType.UInt16 => 2,
        MetadataType.Int32 or MetadataType.UInt32 or MetadataType.Single => 4,
        MetadataType.Int64 or MetadataType.UInt64 or MetadataType.Double or MetadataType.IntPtr or MetadataType.UIntPtr => 8,
        MetadataType.String or MetadataType.Object or MetadataType.Class or MetadataType.Array => 8,
        _ => null,
    };

    private static IEnumerable<Violation> OfType(TypeDefinition type, RuleBook rules)
    {
        // The compiler's own names have characters that no identifier can have.
        if (!type.IsNested && IsReserved(type) && rules.Of(type).Kind != RuleKind.Compiler && !IsAllowedCopy(type))
            yield return new Violation($"{type.FullName} is declared under a name that belongs to others; keep to the stub's namespace", type);
        if (type.IsExplicitLayout && !IsCompilers(type) && MayOverlap(type))
            yield return new Violation($"{NameOf(type)} lays fields out so that one can be read as another; keep each on bytes of its own, at a multiple of its size, and use BitConverter to see bits", type);
        if (type.IsImport || type.HasSecurityDeclarations)
            yield return new Violation($"{NameOf(type)} is declared to come from outside of .NET, which no kata needs; remove the attribute", type);
        if (type.Name == "<Module>" && type.Methods.Count > 0)
            yield return new Violation("a module initialiser runs before anything calls it; use a constructor, or a lazy field");
        foreach (var field in type.Fields.Where(field => IsUnsafe(field.FieldType)))
            yield return Pointer(field);
        foreach (var violation in type.Methods.SelectMany(OfMethod))
            yield return violation;
    }

    private static IEnumerable<Violation> OfMethod(MethodDefinition method)
    {
        if (method.IsPInvokeImpl)
            yield return new Violation($"{NameOf(method)} calls native code, which no kata needs; write it in C#", method);
        else if (!method.HasBody && !method.IsAbstract && !(method.IsRuntime && IsDelegate(method.DeclaringType)))
            yield return new Violation($"{NameOf(method)} has no body of its own, so nobody can see what it does; write it in C#", method);
        if (method.CallingConvention == MethodCallingConvention.VarArg)
            yield return new Violation($"{NameOf(method)} takes __arglist, which goes around the type system; use params", method);
        if (method is { Name: "Finalize", IsVirtual: true, HasParameters: false })
        {
            yield return new Violation(
                $"~{NameOf(method.DeclaringType)}() runs when the garbage collector likes, on a thread of its own, so no interleaving with it "
                + "could be repeated; implement IDisposable and clean up in Dispose", method);
        }

        // The bodies' own check sees the locals.
        if (IsUnsafe(method.ReturnType) || method.Parameters.Any(parameter => IsUnsafe(parameter.ParameterType)))
            yield return Pointer(method);
    }

    internal static Violation Pointer(MemberReference member) =>
        new($"{NameOf(member)} uses a pointer, which goes around the type system; use Span, an array or a delegate", member);

    /// <summary>As its author named it: a lambda goes by its method, and a type that is local to its file by its own name.</summary>
    internal static string NameOf(MemberReference member) => member switch
    {
        TypeReference type => SourceNames.Type(type).Split('.')[^1],
        MethodReference method => SourceNames.Method(method).Split('.')[^1],
        _ => member.Name,
    };

    internal static bool IsUnsafe(TypeReference type) => type switch
    {
        PointerType or FunctionPointerType => true,
        TypeSpecification specification => IsUnsafe(specification.ElementType),
        _ => type.FullName == "System.TypedReference",
    };

    private static bool IsReserved(TypeDefinition type)
    {
        var root = type.Namespace.Length > 0 ? type.Namespace.Split('.')[0] : type.Name;
        return Reserved.Contains(root, StringComparer.OrdinalIgnoreCase)
            || type.Namespace.EndsWith(".Suite", StringComparison.Ordinal);
    }

    /// <summary>Attributes that the compiler adds where the platform that it compiles for has none.</summary>
    private static bool IsAllowedCopy(TypeDefinition type) =>
        type.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == "Microsoft.CodeAnalysis.EmbeddedAttribute")
        && type.BaseType?.FullName == "System.Attribute";

    /// <summary>
    /// Where the compiler keeps the data of literals. A bracket in front of a name does not tell a type of its own: what is
    /// local to a file begins with one too.
    /// </summary>
    internal static bool IsCompilers(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Name == "<PrivateImplementationDetails>";
    }

    private static bool IsDelegate(TypeDefinition type) => type.BaseType?.FullName == "System.MulticastDelegate";
}
