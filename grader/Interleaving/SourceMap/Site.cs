namespace Interleaving.SourceMap;

/// <summary>What the program does at a place that the weaver numbered.</summary>
internal enum SiteKind
{
    /// <summary>Calls something of the platform that the engine controls.</summary>
    Call,

    /// <summary>Reads memory that operations may share.</summary>
    Read,

    /// <summary>Writes memory that operations may share.</summary>
    Write,

    /// <summary>Takes an address to read or write through.</summary>
    Address,

    /// <summary>Enters a method.</summary>
    Enter,
}

/// <summary>A numbered place in the program under test.</summary>
/// <param name="File">The source file as its compiler knew it; empty without debug information.</param>
/// <param name="Line">The line, from 1; 0 without debug information.</param>
/// <param name="Kind">What happens there.</param>
/// <param name="Member">What it happens to, as the source would name it: <c>balance</c>, <c>numbers[i]</c>, <c>Task.Delay</c>.</param>
/// <param name="Method">The method as its author named it: <c>Account.Deposit</c>, also inside its lambdas and state machines.</param>
/// <param name="Target">
/// For a static field, its full name, which tells it from others of the same short name; for a call on an object of the platform that a field
/// holds, the field; else empty.
/// </param>
internal sealed record Site(string File, int Line, SiteKind Kind, string Member, string Method, string Target = "")
{
    private object? key;

    /// <summary>The object that stands for the static field (see <see cref="StaticFields"/>).</summary>
    public object Key => key ??= StaticFields.Of(Target);

    /// <summary>The file without its folders, the same on every machine.</summary>
    public string FileName => File[(File.LastIndexOfAny(['/', '\\']) + 1)..];

    public override string ToString() => Line == 0 ? Method : FormattableString.Invariant($"{FileName}:{Line}");
}
