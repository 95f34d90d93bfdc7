using System.Collections.Frozen;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>
/// Calls of the platform that show what they are given as text, and so read objects that can change by a type that does not say so:
/// <c>$"{builder}"</c>, <c>string.Concat(value)</c>. What they really read is seen when it happens (<see cref="Races.ShownValues"/>).
/// </summary>
internal static class Texts
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "Append", "AppendFormat", "AppendFormatted", "AppendJoin", "Concat", "Format", "Insert", "Join", "ToString", "Write", "WriteLine");

    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Console", "System.Convert", "System.IO.StreamWriter", "System.IO.StringWriter", "System.IO.TextWriter", "System.String", "System.Text.StringBuilder");

    /// <summary>What is shown otherwise once it has changed, and types that may hide it.</summary>
    private static readonly FrozenSet<string> Changing = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.FormattableString", "System.IFormattable", "System.IO.StringWriter", "System.IO.TextWriter", "System.Object", "System.Text.StringBuilder",
        "System.UriBuilder");

    private static readonly FrozenSet<string> Providers = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.IFormatProvider", "System.Globalization.CultureInfo", "System.Globalization.DateTimeFormatInfo", "System.Globalization.NumberFormatInfo");

    /// <summary>Whether the call shows the argument, or shows others as the argument says.</summary>
    public static bool Is(MethodReference callee, int argument)
    {
        var type = TypeShapes.Argument(callee.Parameters[argument], callee);
        return Providers.Contains(type.FullName)
            || (Names.Contains(callee.Name) && (Types.Contains(callee.DeclaringType.FullName) || IsHandler(callee.DeclaringType))
                && (MayChange(type) || type is ArrayType { Rank: 1, ElementType.MetadataType: MetadataType.Object }));
    }

    /// <summary>Whether a value of the type may be one that is shown otherwise later, although nobody sets it.</summary>
    public static bool MayChange(TypeReference type) =>
        (type is GenericParameter && TypeShapes.CanBeArgument(type)) || Changing.Contains(type.FullName)
        || Bulk.Memory(type) is { MetadataType: MetadataType.Char };

    /// <summary>What the compiler makes of <c>$"…"</c>. It may write into a span that it was given first.</summary>
    public static bool IsHandler(TypeReference type) =>
        type.Name.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal) && TypeShapes.IsPlatform(type);
}
