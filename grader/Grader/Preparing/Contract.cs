using Grader.Records;
using Mono.Cecil;

namespace Grader.Preparing;

/// <summary>
/// Whether a submission has what the hidden suite binds to: each type and member that the suite's metadata names in the
/// kata's assembly is looked up in the submission, so that a changed signature is told as such and not as a crash.
/// </summary>
internal static class Contract
{
    /// <summary>What is missing, each once, by the suite's order.</summary>
    public static IReadOnlyList<Finding> Missing(byte[] suite, byte[] submission, string kata, string file)
    {
        using var wanted = ModuleDefinition.ReadModule(new MemoryStream(suite));
        using var given = ModuleDefinition.ReadModule(new MemoryStream(submission));
        var findings = new List<Finding>();
        var absent = new HashSet<string>();
        foreach (var type in wanted.GetTypeReferences().Where(type => IsOf(type, kata)))
        {
            if (Type(given, type) is { } problem && absent.Add(type.FullName))
                findings.Add(new Finding(file, 0, problem));
        }

        foreach (var member in wanted.GetMemberReferences().Where(member => IsOf(member.DeclaringType, kata)))
        {
            if (given.GetType(member.DeclaringType.GetElementType().FullName) is { } type && Member(type, member) is { } problem)
                findings.Add(new Finding(file, 0, problem));
        }

        var own = wanted.GetTypes().SelectMany(type => type.Fields.Concat<MemberReference>(type.Methods));
        foreach (var type in wanted.GetMemberReferences().Concat(own).SelectMany(Signatures.Types).Where(type => IsOf(type, kata)))
        {
            if (given.GetType(type.GetElementType().FullName) is { } found && found.IsValueType != type.IsValueType)
                findings.Add(new Finding(file, 0, $"the kata's contract needs {Signatures.Name(type.GetElementType())} to be a {(type.IsValueType ? "struct, and it is not one" : "class, and it is a struct")}"));
        }

        foreach (var type in wanted.GetTypes())
            findings.AddRange(Unimplemented(type, given, kata).Select(problem => new Finding(file, 0, problem)));
        return [.. findings.Distinct()];
    }

    private static bool IsOf(TypeReference? type, string kata) =>
        type is not null and not ArrayType && type.GetElementType().Scope is AssemblyNameReference scope && scope.Name == kata;

    private static string? Type(ModuleDefinition given, TypeReference type) => given.GetType(type.FullName) switch
    {
        null => $"the kata's contract needs the public type {Signatures.Name(type)}, which is missing; keep the stub's names",
        var found when !IsPublic(found) => $"the kata's contract needs {Signatures.Name(type)} to be public",
        _ => null,
    };

    private static string? Member(TypeDefinition type, MemberReference member) =>
        member switch
        {
            MethodReference method => Method(type, method),
            FieldReference field => Field(type, field),
            _ => null,
        };

    private static string? Method(TypeDefinition type, MethodReference method)
    {
        var named = WithBases(type).SelectMany(t => t.Methods).Where(candidate => candidate.Name == method.Name).ToList();
        var shape = Signatures.Shape(method);
        if (named.FirstOrDefault(candidate => Signatures.Shape(candidate) == shape) is not { } found)
        {
            var now = named.Count == 0
                ? "which is missing"
                : $"but it is now `{string.Join("`, `", named.Select(candidate => Signatures.Text(candidate, type)))}`";
            return $"the kata's contract needs `{Signatures.Text(method, type)}`, {now}; give it back the stub's signature";
        }

        return found.IsPublic ? null : $"the kata's contract needs `{Signatures.Text(method, type)}` to be public";
    }

    private static string? Field(TypeDefinition type, FieldReference field)
    {
        var needed = $"public {Signatures.Name(field.FieldType)} {Signatures.Name(type)}.{field.Name}";
        return type.Fields.FirstOrDefault(candidate => candidate.Name == field.Name) switch
        {
            null => $"the kata's contract needs the field `{needed}`, which is missing; give it back the stub's name",
            var found when !found.IsPublic => $"the kata's contract needs the field `{needed}` to be public",
            var found when Signatures.Shape(found.FieldType) != Signatures.Shape(field.FieldType) =>
                $"the kata's contract needs the field `{needed}`, but its type is now {Signatures.Name(found.FieldType)}",
            _ => null,
        };
    }

    /// <summary>A suite implements the contract's interfaces: a member that the submission added to one is not there.</summary>
    private static IEnumerable<string> Unimplemented(TypeDefinition type, ModuleDefinition given, string kata)
    {
        foreach (var contract in type.Interfaces.Select(i => i.InterfaceType).Where(i => IsOf(i, kata)))
        {
            if (given.GetType(contract.GetElementType().FullName) is not { } found)
                continue;
            if (!found.IsInterface)
            {
                yield return $"the kata's contract needs {Signatures.Name(contract)} to be an interface";
                continue;
            }

            foreach (var method in found.Methods.Where(method => method.IsAbstract))
            {
                if (!Implements(type, method))
                    yield return $"`{Signatures.Text(method, found)}` is not in the kata's contract; leave the interface as the stub has it";
            }
        }
    }

    private static bool Implements(TypeDefinition type, MethodDefinition method) =>
        type.Methods.Any(candidate =>
            (candidate.Name == method.Name && candidate.Parameters.Count == method.Parameters.Count)
            || candidate.Overrides.Any(overridden => overridden.Name == method.Name && overridden.Parameters.Count == method.Parameters.Count));

    private static IEnumerable<TypeDefinition> WithBases(TypeDefinition type)
    {
        for (var at = type; at is not null; at = at.BaseType is { } parent ? type.Module.GetType(parent.GetElementType().FullName) : null)
            yield return at;
    }

    private static bool IsPublic(TypeDefinition type) =>
        type.IsNested ? type.IsNestedPublic && IsPublic(type.DeclaringType) : type.IsPublic;
}
