using System.Globalization;
using System.Text.RegularExpressions;
using Interleaving.Naming;
using Interleaving.SourceMap;

namespace Interleaving.Scheduling;

/// <summary>
/// What objects are called in one execution: their type and the order in which they were first named ("Account#2"). What has a type of
/// the platform, which says little, goes by the field that holds it.
/// The same schedule gives the same names.
/// </summary>
internal sealed partial class ObjectNames
{
    private static readonly object Key = new();
    private readonly Dictionary<object, string> names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>
    /// Gives <paramref name="named"/> the name that it goes by from now on, unless it has one: names depend on who was met before whom, and
    /// at which call.
    /// </summary>
    /// <param name="execution">In which.</param>
    /// <param name="named">What is named.</param>
    /// <param name="site">The call that does something to it, if one does.</param>
    public static void Meet(Execution execution, object named, int site) => In(execution).Name(named, execution.ValueFormatter, site);

    /// <summary>The name of <paramref name="named"/>, always with its number; <see cref="Tidy"/> drops needless numbers.</summary>
    public static string Of(Execution execution, object named) => In(execution).Name(named, execution.ValueFormatter, -1);

    /// <summary>Drops the number of an object that is the only one of its type: "Account#1" becomes "Account".</summary>
    public static string Tidy(Execution execution, string text)
    {
        var counts = In(execution).counts;
        return Numbered().Replace(text, match =>
            counts.TryGetValue(match.Groups["type"].Value, out var count) && count == 1
                ? match.Groups["type"].Value
                : match.Value);
    }

    private static ObjectNames In(Execution execution) => execution.State(Key, static _ => new ObjectNames());

    private string Name(object named, ValueFormatter values, int site)
    {
        if (names.TryGetValue(named, out var known))
            return known;
        // What the engine puts in the place of an object of the platform goes by the platform's name.
        var own = named.GetType();
        var type = Holder(own, site)
            ?? values.TypeName(own.Assembly == typeof(ObjectNames).Assembly && own.BaseType is { } kind && kind != typeof(object) ? kind : own);
        var count = counts.GetValueOrDefault(type) + 1;
        counts[type] = count;
        return names[named] = string.Create(CultureInfo.InvariantCulture, $"{type}#{count}");
    }

    /// <summary>The field that the program called it by, if this is what the call was on.</summary>
    private static string? Holder(Type type, int site)
    {
        if (Sites.Get(site) is not { Kind: SiteKind.Call, Target.Length: > 0 } call || SiteTable.IsIn(type.Assembly))
            return null;
        var called = call.Member.Split('.')[0];
        var isEnd = called is "ChannelReader" or "ChannelWriter";
        for (var kind = type; kind is not null; kind = kind.BaseType)
        {
            var name = kind.Name.Split('`')[0];
            if (called == nameof(Monitor) || called == name || (isEnd && name == "Channel"))
                return call.Target;
        }

        return null;
    }

    [GeneratedRegex(@"(?<type>\w+(<[\w<>, \[\]]*>)?(\[\])*)#1(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();
}
