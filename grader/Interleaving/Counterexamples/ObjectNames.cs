using System.Globalization;
using System.Text.RegularExpressions;
using Interleaving.Scheduling;

namespace Interleaving.Counterexamples;

/// <summary>
/// What objects are called in one execution: their type and the order in which they were first named ("Account#2").
/// The same schedule gives the same names.
/// </summary>
internal sealed partial class ObjectNames
{
    private static readonly object Key = new();
    private readonly Dictionary<object, string> names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>The name of <paramref name="named"/>, always with its number; <see cref="Tidy"/> drops needless numbers.</summary>
    public static string Of(Execution execution, object named) => In(execution).Name(named);

    /// <summary>Drops the number of an object that is the only one of its type: "Account#1" becomes "Account".</summary>
    public static string Tidy(Execution execution, string text)
    {
        var counts = In(execution).counts;
        return Numbered().Replace(text, match =>
            counts.TryGetValue(match.Groups["type"].Value, out var count) && count == 1
                ? match.Groups["type"].Value
                : match.Value);
    }

    /// <summary>A type as C# writes it, without its namespace: <c>List&lt;Account&gt;</c>.</summary>
    public static string Of(Type type)
    {
        if (type.IsArray)
            return Of(type.GetElementType()!) + "[]";
        var name = type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        if (tick < 0)
            return name;
        return $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }

    private static ObjectNames In(Execution execution) => execution.State(Key, static _ => new ObjectNames());

    private string Name(object named)
    {
        if (names.TryGetValue(named, out var known))
            return known;
        var type = Of(named.GetType());
        var count = counts.GetValueOrDefault(type) + 1;
        counts[type] = count;
        return names[named] = string.Create(CultureInfo.InvariantCulture, $"{type}#{count}");
    }

    [GeneratedRegex(@"(?<type>\w+(<[\w<>, \[\]]*>)?(\[\])*)#1(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();
}
