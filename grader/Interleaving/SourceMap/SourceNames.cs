using System.Reflection;
using Interleaving.Naming;
using Mono.Cecil;

namespace Interleaving.SourceMap;

/// <summary>Turns the names that the compiler makes up back into those the author wrote.</summary>
internal static class SourceNames
{
    private const int LongestText = 40;

    /// <summary>
    /// <c>&lt;Balance&gt;k__BackingField</c> is Balance, a hoisted local <c>&lt;i&gt;5__2</c> is i; a captured <c>this</c>, a closure and what the
    /// compiler keeps for itself are nothing.
    /// </summary>
    public static string Field(string name)
    {
        if (!CompilerNames.IsMadeUp(name))
            return CompilerNames.IsOuterClosure(name) ? "" : name;
        if (CompilerNames.IsNameless(name))
            return "";
        return CompilerNames.Written(name) is { Length: > 0 } written ? written : name;
    }

    public static string? Local(string? name) =>
        name is null ? null : CompilerNames.IsTemporary(name) ? "" : name;

    /// <summary>"receiver.member", or just "member" where the receiver needs no name.</summary>
    public static string Member(string? receiver, TypeReference declaring, string member) => receiver switch
    {
        null => $"{Type(declaring)}.{member}",
        "" => member,
        _ when member.Length == 0 => receiver,
        _ => $"{receiver}.{member}",
    };

    public static string? Dotted(string? receiver, string member) => receiver is null || receiver.Length + member.Length > LongestText
        ? null
        : receiver.Length == 0 ? member : member.Length == 0 ? receiver : $"{receiver}.{member}";

    /// <summary>The type as its author named it, with those around it; of a closure or state machine, the type around.</summary>
    public static string Type(TypeReference type)
    {
        var element = type.GetElementType();
        while (element.DeclaringType is not null && CompilerNames.IsMadeUp(element.Name))
            element = element.DeclaringType;
        var name = CompilerNames.WithoutFile(element.Name);
        var tick = name.IndexOf('`');
        if (tick >= 0)
            name = name[..tick];
        return element.DeclaringType is null ? name : $"{Type(element.DeclaringType)}.{name}";
    }

    /// <summary>The method as its author named it: a lambda or a state machine goes by the method that it stands in.</summary>
    public static string Method(MethodReference method)
    {
        var type = method.DeclaringType;
        var name = IsStateMachine(type) && method.Name.StartsWith(CompilerNames.MoveNext, StringComparison.Ordinal) ? type.Name : method.Name;
        return $"{Type(type)}.{Plain(name)}";
    }

    /// <summary>The same for a call on the stack, in which a lambda is told from the method that it stands in.</summary>
    public static string Frame(MethodBase method)
    {
        List<string> types = [];
        for (var type = method.DeclaringType; type is not null; type = type.DeclaringType)
            types.Insert(0, type.Name);
        return Frame(types, method.Name);
    }

    /// <param name="types">The type that declares it, the last, and those around it: one or more.</param>
    /// <param name="method">Its name in the metadata.</param>
    public static string Frame(IReadOnlyList<string> types, string method)
    {
        if (CompilerNames.IsStateMachine(types[^1]))
            method = types[^1];
        var written = types.Count;
        while (written > 1 && CompilerNames.IsMadeUp(types[written - 1]))
            written--;
        var own = string.Join('.', types.Take(written).Select(type => type.Split('`')[0]));
        return $"{(CompilerNames.IsLambda(method) ? "lambda in " : "")}{own}.{Plain(method)}";
    }

    /// <summary>The full name of a member of the platform, for people: <c>System.Threading.Barrier.SignalAndWait</c>.</summary>
    public static string Api(MethodReference method)
    {
        var type = method.DeclaringType.GetElementType().FullName.Replace('/', '.');
        var tick = type.IndexOf('`');
        while (tick >= 0)
        {
            var end = tick + 1;
            while (end < type.Length && char.IsAsciiDigit(type[end]))
                end++;
            type = type.Remove(tick, end - tick);
            tick = type.IndexOf('`');
        }

        return method.Name == ".ctor" ? $"new {type}" : $"{type}.{CompilerNames.Accessed(method.Name)}";
    }

    public static bool IsStateMachine(TypeReference type) => type.IsNested && CompilerNames.IsStateMachine(type.Name);

    public static bool IsClosure(TypeReference type) => type.IsNested && CompilerNames.IsClosure(type.Name);

    /// <summary>A type that nobody wrote.</summary>
    public static bool IsCompilers(TypeReference type) => CompilerNames.IsCompilers(type.Name)
        || (type.IsNested && (CompilerNames.IsStateMachine(type.Name) || CompilerNames.IsDelegateCache(type.Name)));

    /// <summary>
    /// <c>&lt;Run&gt;b__0</c> is Run, <c>&lt;&lt;Run&gt;b__0&gt;d</c> is Run, <c>&lt;Run&gt;g__Inner|0_1</c> is Inner; a constructor is new,
    /// also in the name of a state machine, where its dot became a dash.
    /// </summary>
    private static string Plain(string name)
    {
        if (CompilerNames.LocalFunction(name) is { } local)
            return local;
        while (CompilerNames.IsMadeUp(name) && CompilerNames.Written(name) is { Length: > 0 } written)
            name = written;
        return name switch
        {
            ".ctor" or "-ctor" => "new",
            ".cctor" or "-cctor" => "static",
            _ => CompilerNames.Accessed(name),
        };
    }

    /// <summary>A call of the platform as the source has it: <c>Task.Delay</c>, <c>new Thread</c>.</summary>
    public static string Call(MethodReference method) => method.Name == ".ctor"
        ? $"new {Type(method.DeclaringType)}"
        : $"{Type(method.DeclaringType)}.{CompilerNames.Accessed(method.Name)}";

    /// <summary>The same on an object that has a name in the source; null or empty when it has none.</summary>
    public static string Called(MethodReference method, string? receiver) =>
        string.IsNullOrEmpty(receiver) ? Call(method) : $"{receiver}.{CompilerNames.Accessed(method.Name)}";
}
