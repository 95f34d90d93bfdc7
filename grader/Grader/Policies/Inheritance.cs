using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Grader.Policies;

/// <summary>
/// What a class of the submission inherits from the platform, where the platform's own version calls other members of the
/// object on a thread of its pool: <c>TextWriter.WriteAsync</c> runs an overridden <c>Write</c> there. Nothing on such a thread
/// is under control. Such a member may be called where no class of the submission inherits it: those that the platform
/// derives (StringWriter, MemoryStream) do it at once.
/// </summary>
internal static class Inheritance
{
    /// <summary>The bases, each with its members, and what they go through where that differs.</summary>
    private static readonly Dictionary<string, (string Member, string Through)[]> Bases = new(StringComparer.Ordinal)
    {
        ["System.IO.TextWriter"] = [("WriteAsync", ""), ("WriteLineAsync", ""), ("FlushAsync", ""), ("Synchronized", "?")],
        ["System.IO.TextReader"] = [("ReadAsync", ""), ("ReadLineAsync", ""), ("ReadToEndAsync", ""), ("ReadBlockAsync", ""), ("Synchronized", "?")],
        ["System.IO.Stream"] =
        [
            ("ReadAsync", ""), ("WriteAsync", ""), ("FlushAsync", ""), ("CopyToAsync", "?"), ("ReadExactlyAsync", "?"), ("ReadAtLeastAsync", "?"),
            ("Synchronized", "?"),
        ],
        ["System.TimeProvider"] =
        [
            ("CreateTimer", ""), ("GetTimestamp", ""), ("GetElapsedTime", "GetTimestamp"), ("GetUtcNow", ""), ("GetLocalNow", "GetUtcNow"),
            ("get_TimestampFrequency", ""), ("get_LocalTimeZone", ""),
        ],
    };

    public static IEnumerable<string> Names => Bases.Keys;

    public static IEnumerable<Violation> Violations(ModuleDefinition module)
    {
        var heirs = module.GetTypes().Where(type => type.IsClass)
            .Select(type => (Type: type, Base: PlatformBase(type))).Where(heir => heir.Base is { } name && Bases.ContainsKey(name))
            .ToLookup(heir => heir.Base!, heir => heir.Type);
        return heirs.Count == 0 ? [] : module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions.Select(at => OfCall(method, at, heirs)).OfType<Violation>());
    }

    private static Violation? OfCall(MethodDefinition method, Instruction at, ILookup<string, TypeDefinition> heirs)
    {
        if (at.Operand is not MethodReference called || called.DeclaringType.GetElementType() is TypeDefinition)
            return null;
        foreach (var own in heirs)
        {
            if (Inherited(called, at, own.Key, own) is { } heir)
                return new Violation(Told(called, own.Key, heir), method, at);
        }

        return null;
    }

    /// <summary>The class of the submission whose inherited member may be what is called; null when there is none.</summary>
    private static TypeDefinition? Inherited(MethodReference called, Instruction at, string platform, IEnumerable<TypeDefinition> heirs)
    {
        if (platform == "System.TimeProvider" && called.Parameters.Any(parameter => parameter.ParameterType.FullName == platform))
            return heirs.FirstOrDefault(heir => !heir.IsAbstract && !Overrides(heir, "CreateTimer", null));
        if (called.DeclaringType.FullName != platform && !(called.DeclaringType.Namespace == "System.IO" && called.Name is "CopyToAsync"))
            return null;
        var (member, through) = Bases[platform].FirstOrDefault(entry => entry.Member == called.Name);
        if (member is null)
            return null;

        // base.WriteAsync(…) runs the platform's own, whatever is overridden.
        var isBase = called.HasThis && at.OpCode.Code is Code.Call or Code.Ldftn;
        return heirs.FirstOrDefault(heir => !heir.IsAbstract && (isBase || through switch
        {
            "?" => true,
            "" => !Overrides(heir, called.Name, called),
            _ => !Overrides(heir, through, null),
        }));
    }

    private static bool Overrides(TypeDefinition heir, string name, MethodReference? signature)
    {
        for (var type = heir; type is not null; type = type.BaseType as TypeDefinition)
        {
            if (type.Methods.Any(method => method.IsVirtual && method.Name == name && (signature is null
                || method.Parameters.Select(parameter => parameter.ParameterType.FullName)
                    .SequenceEqual(signature.Parameters.Select(parameter => parameter.ParameterType.FullName)))))
                return true;
        }

        return false;
    }

    /// <summary>The first class above that is not the submission's.</summary>
    private static string? PlatformBase(TypeDefinition type)
    {
        var above = type.BaseType;
        while (above?.GetElementType() is TypeDefinition own)
            above = own.BaseType;
        return above?.GetElementType().FullName;
    }

    private static string Told(MethodReference called, string platform, TypeDefinition heir)
    {
        var shown = $"{RuleBook.Name(called.DeclaringType).Split('.')[^1]}.{called.Name.Split('_')[^1].Replace(".ctor", "new", StringComparison.Ordinal)}";
        var (name, parent) = (Declarations.NameOf(heir), platform.Split('.')[^1]);
        return $"{shown} is not allowed beside {name}, a {parent} of one's own that leaves it to the platform: that would run {name}'s code, or time, "
            + $"outside of what an interleaving controls; use the members that do it at once, or override what {parent} does by a thread or a clock";
    }
}
