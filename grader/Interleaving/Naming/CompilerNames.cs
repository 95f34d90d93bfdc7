namespace Interleaving.Naming;

/// <summary>
/// All that is known of the names that the C# compiler makes up, which no program can write (Roslyn's <c>GeneratedNames.cs</c>). Most are
/// <c>&lt;written&gt;x…</c>: what the author wrote, a letter that says what was made of it, and what tells it from others.
/// </summary>
internal static class CompilerNames
{
    /// <summary>The type that holds what belongs to no type.</summary>
    public const string Module = "<Module>";

    /// <summary>The method that takes a state machine one step on.</summary>
    public const string MoveNext = "MoveNext";

    /// <summary>The field in which a state machine keeps where it goes on.</summary>
    public const string State = "<>1__state";

    private const string LocalFunctionMark = ">g__";

    /// <summary>Whether the name is not the author's as it is: a lambda's, a local function's, a closure's, a backing field's.</summary>
    public static bool IsMadeUp(string name) => name.StartsWith('<');

    /// <summary>Whether nothing that the author wrote is in the name.</summary>
    public static bool IsNameless(string name) => name.StartsWith("<>", StringComparison.Ordinal);

    /// <summary>What the author wrote of a made-up name: what stands between the first bracket and the one that closes it; null when it is not closed.</summary>
    public static string? Written(string name)
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

    /// <summary>Whether a nested type holds what lambdas captured: <c>&lt;&gt;c__DisplayClass0_0</c>.</summary>
    public static bool IsClosure(string type) => type.StartsWith("<>c__DisplayClass", StringComparison.Ordinal);

    /// <summary>Whether a nested type is what became of an async method or an iterator: <c>&lt;Run&gt;d__0</c>.</summary>
    public static bool IsStateMachine(string type) => IsMadeUp(type) && type.Contains(">d", StringComparison.Ordinal);

    /// <summary>Where a generic method keeps the delegates of method groups: <c>&lt;Total&gt;O__3_0`1</c>. Those of other methods are in <c>&lt;&gt;O</c>.</summary>
    public static bool IsDelegateCache(string type) => IsMadeUp(type) && type.Contains(">O__", StringComparison.Ordinal);

    /// <summary>Whether a type that is not nested is the compiler's own; a type that is local to its file has a made-up name as well.</summary>
    public static bool IsCompilers(string type) =>
        IsNameless(type) || type.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal) || type == Module;

    /// <summary>The name of a type that is local to its file, <c>&lt;File&gt;F0123__Name</c>, as its author wrote it; any other name is itself.</summary>
    public static string WithoutFile(string type) =>
        IsMadeUp(type) && type.IndexOf("__", StringComparison.Ordinal) is > 0 and var end ? type[(end + 2)..] : type;

    /// <summary>Whether a method is a lambda: <c>&lt;Run&gt;b__0</c>.</summary>
    public static bool IsLambda(string method) => method.Contains(">b__", StringComparison.Ordinal);

    /// <summary><c>&lt;Run&gt;g__Fetch|0_1</c> is Fetch; null when the method is no local function.</summary>
    public static string? LocalFunction(string method)
    {
        var start = method.LastIndexOf(LocalFunctionMark, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var end = method.IndexOf('|', start);
        return method[(start + LocalFunctionMark.Length)..(end < 0 ? method.Length : end)];
    }

    /// <summary>The iterator method that a state machine was made of: <c>&lt;&lt;Run&gt;g__Items|0_0&gt;d</c> is Items.</summary>
    public static string Iterator(string type) => Written(type) is { } method ? LocalFunction(method) ?? method : type;

    /// <summary>Whether a field is that of an automatic property: <c>&lt;Balance&gt;k__BackingField</c>.</summary>
    public static bool IsBackingField(string field) => field.EndsWith(">k__BackingField", StringComparison.Ordinal);

    /// <summary>Whether a field keeps a delegate that is made once, or the object that such delegates are made on (<c>&lt;&gt;9</c>).</summary>
    public static bool IsCachedDelegate(string field) => field.StartsWith("<>9", StringComparison.Ordinal);

    /// <summary>Whether a field keeps the delegate of a lambda: <c>&lt;&gt;9__0_0</c>.</summary>
    public static bool IsCachedLambda(string field) => field.StartsWith("<>9__", StringComparison.Ordinal);

    /// <summary>Whether a field of a closure leads to the closure around it.</summary>
    public static bool IsOuterClosure(string field) => field.StartsWith("CS$<>8__locals", StringComparison.Ordinal);

    /// <summary>Whether a local is the compiler's own.</summary>
    public static bool IsTemporary(string local) => local.StartsWith("CS$", StringComparison.Ordinal);

    /// <summary>Whether a method reads a property, an indexer or the like.</summary>
    public static bool IsGetter(string method) => method.StartsWith("get_", StringComparison.Ordinal);

    /// <summary>Whether it reads or writes one.</summary>
    public static bool IsAccessor(string method) => IsGetter(method) || method.StartsWith("set_", StringComparison.Ordinal);

    /// <summary>The property that an accessor is of; any other name is itself.</summary>
    public static string Accessed(string method) => IsAccessor(method) ? method[4..] : method;
}
