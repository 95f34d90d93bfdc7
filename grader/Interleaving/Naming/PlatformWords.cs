using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Interleaving.Naming;

/// <summary>
/// What an exception of the platform says, without what it says of the program's values: "The given key '…' was not present
/// in the dictionary." The words come out of the platform's own resources, so no program can put any of its own there.
/// </summary>
internal static partial class PlatformWords
{
    /// <summary>Text of a template without which it says nothing.</summary>
    private const int FewestLetters = 8;

    private static readonly Lazy<IReadOnlyList<string[]>> Templates = new(Read);

    /// <summary>The platform's words for what <paramref name="exception"/> says; null where they are not the platform's.</summary>
    public static string? Of(Exception exception)
    {
        // A message of the program's own class is the program's code.
        if (!IsPlatform(exception.GetType().Assembly))
            return null;
        // Nothing of the platform is that long, and each template would be held against all of it.
        if (exception.Message is not { Length: <= Excerpt.MostCharacters } said)
            return null;
        var message = WithoutDetails(said);
        string[]? best = null;
        foreach (var template in Templates.Value)
        {
            if ((best is null || Words(template) > Words(best)) && Fits(template, message))
                best = template;
        }

        return best is null ? null : string.Join('…', best);
    }

    private static bool IsPlatform(Assembly assembly) => assembly.GetName().Name is { } name && name.StartsWith("System.", StringComparison.Ordinal)
        && Path.GetDirectoryName(assembly.Location) == Path.GetDirectoryName(typeof(object).Assembly.Location);

    /// <summary>Which parameter, which object, which value: told on further lines or in brackets behind what it says.</summary>
    private static string WithoutDetails(string message)
    {
        var line = message.Split('\n')[0].TrimEnd('\r');
        var end = line.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? line : line[..end];
    }

    private static bool Fits(string[] template, string message)
    {
        if (template is [var only])
            return message == only;
        if (message.Length < Words(template) || !message.StartsWith(template[0], StringComparison.Ordinal) || !message.EndsWith(template[^1], StringComparison.Ordinal))
            return false;
        var at = template[0].Length;
        var end = message.Length - template[^1].Length;
        foreach (var part in template[1..^1])
        {
            at = message.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0)
                return false;
            at += part.Length;
        }

        return at <= end;
    }

    private static int Words(string[] template) => template.Sum(part => part.Length);

    private static List<string[]> Read() =>
    [
        .. new[] { typeof(object), typeof(List<>), typeof(BlockingCollection<>), typeof(Channel), typeof(Enumerable), typeof(Stack<>) }
            .Select(type => type.Assembly)
            .Distinct()
            .SelectMany(Strings)
            .Select(text => Placeholder().Split(text))
            .Where(template => template.Sum(part => part.Count(char.IsLetter)) >= FewestLetters),
    ];

    private static IEnumerable<string> Strings(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".resources", StringComparison.Ordinal)))
        {
            using var reader = new ResourceReader(assembly.GetManifestResourceStream(name)!);
            foreach (DictionaryEntry entry in reader)
            {
                if (entry.Value is string text)
                    yield return text;
            }
        }
    }

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Placeholder();
}
