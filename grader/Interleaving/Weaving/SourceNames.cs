using System.Reflection;
using Mono.Cecil;

namespace Interleaving.Weaving;

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
        if (!name.StartsWith('<'))
            return name.StartsWith("CS$<>8__locals", StringComparison.Ordinal) ? "" : name;
        if (name.StartsWith("<>", StringComparison.Ordinal))
            return "";
        return Between(name) is { Length: > 0 } inner ? inner : name;
    }

    public static string? Local(string? name) =>
        name is null ? null : name.StartsWith("CS$", StringComparison.Ordinal) ? "" : name;

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
        while (element.DeclaringType is not null && element.Name.StartsWith('<'))
            element = element.DeclaringType;
        var name = element.Name;

        // A type that is local to its file: <File>F0123__Name.
        if (name.StartsWith('<') && name.IndexOf("__", StringComparison.Ordinal) is > 0 and var end)
            name = name[(end + 2)..];
        var tick = name.IndexOf('`');
        if (tick >= 0)
            name = name[..tick];
        return element.DeclaringType is null ? name : $"{Type(element.DeclaringType)}.{name}";
    }

    /// <summary>The method as its author named it: a lambda or a state machine goes by the method that it stands in.</summary>
    public static string Method(MethodReference method)
    {
        var type = method.DeclaringType;
        var name = IsStateMachine(type) && method.Name.StartsWith("MoveNext", StringComparison.Ordinal) ? type.Name : method.Name;
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
        if (types[^1].StartsWith('<') && types[^1].Contains(">d", StringComparison.Ordinal))
            method = types[^1];
        var written = types.Count;
        while (written > 1 && types[written - 1].StartsWith('<'))
            written--;
        var own = string.Join('.', types.Take(written).Select(type => type.Split('`')[0]));
        return $"{(method.Contains(">b__", StringComparison.Ordinal) ? "lambda in " : "")}{own}.{Plain(method)}";
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

        return method.Name == ".ctor" ? $"new {type}" : $"{type}.{Accessed(method.Name)}";
    }

    public static bool IsStateMachine(TypeReference type) =>
        type.IsNested && type.Name.StartsWith('<') && type.Name.Contains(">d", StringComparison.Ordinal);

    public static bool IsClosure(TypeReference type) =>
        type.IsNested && type.Name.StartsWith("<>c__DisplayClass", StringComparison.Ordinal);

    /// <summary>A type that nobody wrote. (The name of a <c>file</c> type starts with a bracket too.)</summary>
    public static bool IsCompilers(TypeReference type) => type.Name.StartsWith("<>", StringComparison.Ordinal)
        || type.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal) || type.Name == "<Module>" || IsStateMachine(type)
        || IsDelegateCache(type);

    /// <summary>Where a generic method keeps the delegates of method groups: <c>&lt;Total&gt;O__3_0`1</c>. Those of other methods are in <c>&lt;&gt;O</c>.</summary>
    private static bool IsDelegateCache(TypeReference type) =>
        type.IsNested && type.Name.StartsWith('<') && type.Name.Contains(">O__", StringComparison.Ordinal);

    /// <summary><c>&lt;Run&gt;b__0</c> is Run, <c>&lt;&lt;Run&gt;b__0&gt;d</c> is Run, <c>&lt;Run&gt;g__Inner|0_1</c> is Inner.</summary>
    private static string Plain(string name)
    {
        if (name == ".ctor")
            return "new";
        var local = name.LastIndexOf(">g__", StringComparison.Ordinal);
        if (local >= 0)
        {
            var end = name.IndexOf('|', local);
            return name[(local + 4)..(end < 0 ? name.Length : end)];
        }

        while (name.StartsWith('<') && Between(name) is { Length: > 0 } inner)
            name = inner;
        return Accessed(name);
    }

    /// <summary>A call of the platform as the source has it: <c>Task.Delay</c>, <c>new Thread</c>.</summary>
    public static string Call(MethodReference method) => method.Name == ".ctor"
        ? $"new {Type(method.DeclaringType)}"
        : $"{Type(method.DeclaringType)}.{Accessed(method.Name)}";

    public static string Accessed(string name) =>
        name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? name[4..] : name;

    /// <summary>What stands between the first bracket and the one that closes it.</summary>
    private static string? Between(string name)
    {
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '<')
                depth++;
            else if (name[i] == '>' && --depth == 0)
                return name[1..i];
        }

        return null;
    }
}
