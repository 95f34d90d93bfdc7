using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Interleaving.Naming;

/// <summary>
/// Tells the story of a hidden test without its inputs: a Greek letter stands for each value, the same letter for the same
/// value, and an exception says only what the platform says in every program. Of time and of what is numbered it tells the order
/// alone, of types no arguments. One for each execution.
/// </summary>
/// <remarks>
/// A value is marked by one character of the private use area, which no shown value and no name has in it. The letters are
/// given in the order of the finished story, so that none is skipped.
/// </remarks>
internal sealed partial class RedactingFormatter : ValueFormatter
{
    private const char FirstMark = '\uE000';
    private const int MostMarks = 0x1900;
    private const string Legend = "Greek letters stand for values of the hidden test: the same letter, the same value.";
    private const string Letters = "αβγδεζηθικλμνξοπρστυφχψω";
    private readonly Dictionary<string, char> marks = new(StringComparer.Ordinal);

    public override bool Names => false;

    public override string Value(object? value)
    {
        if (Values.IsOpaque(value))
            return TypeName(value!.GetType());
        var shown = Values.Show(value);
        if (value is null or bool)
            return shown;
        if (!marks.TryGetValue(shown, out var mark))
        {
            if (marks.Count == MostMarks)
                return "…";
            marks.Add(shown, mark = (char)(FirstMark + marks.Count));
        }

        return mark.ToString();
    }

    /// <summary>How often something was done again is a number that a program can choose.</summary>
    public override string Count(int steps) => "";

    /// <summary>Without arguments and ranks, by whose nesting a program could spell any number.</summary>
    public override string TypeName(Type type)
    {
        if (type.IsArray)
            return "array";
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 || CompilerNames.IsMadeUp(type.Name) ? Values.TypeName(type) : type.Name[..tick];
    }

    public override string Says(Exception exception) =>
        PlatformWords.Of(exception) is { } words ? ": " + words : " (what it says is not told of a hidden test)";

    public override (Story? Story, string Message) Tidy(Story? story, string message)
    {
        var letters = new Dictionary<char, string>();
        var lanes = story?.Lanes.Select(title => Spell(title, letters)).ToList() ?? [];
        var steps = Timeless(story?.Steps ?? []).Select(step => step with { Text = Spell(step.Text, letters) }).ToList();
        message = Spell(message, letters);
        var ranks = Ranks([.. lanes, .. steps.Select(step => step.Text), message]);
        lanes = [.. lanes.Select(title => Ranked(title, ranks))];
        steps = [.. steps.Select(step => step with { Text = Ranked(step.Text, ranks) })];
        return (story is null ? null : new Story(lanes, steps) { Legend = letters.Count > 0 ? Legend : "" }, Ranked(message, ranks));
    }

    public override IReadOnlyList<CoreUse> Tidy(IReadOnlyList<CoreUse> uses)
    {
        var ranks = Ranks(uses.Select(use => use.Operation));
        return [.. uses.Select(use => use with { Operation = Ranked(use.Operation, ranks) })];
    }

    /// <summary>What is left of a message that is told without its story: letters for nothing but themselves.</summary>
    public static string Spell(string text) => Spell(text, []);

    /// <summary>That time passed, and not how much of it: a program can sleep for as long as a number that it means to tell.</summary>
    private static IEnumerable<StoryStep> Timeless(IReadOnlyList<StoryStep> steps)
    {
        var now = TimeSpan.Zero;
        foreach (var step in steps)
        {
            if (step.At != now)
                yield return StoryStep.Abridged(-1, "… time passes …", TimeSpan.Zero);
            now = step.At;
            yield return step with { At = TimeSpan.Zero };
        }
    }

    /// <summary>The numbers behind a # in their order: without the gaps that those leave who are not told of.</summary>
    private static Dictionary<string, string> Ranks(IEnumerable<string> texts) => texts
        .SelectMany(text => Number().Matches(text).Select(match => match.Value)).Distinct()
        .OrderBy(number => number.Length).ThenBy(number => number, StringComparer.Ordinal)
        .Select((number, i) => (number, rank: (i + 1).ToString(CultureInfo.InvariantCulture)))
        .ToDictionary(pair => pair.number, pair => pair.rank, StringComparer.Ordinal);

    private static string Ranked(string text, Dictionary<string, string> ranks) =>
        Number().Replace(text, match => ranks.GetValueOrDefault(match.Value, match.Value));

    private static string Spell(string text, Dictionary<char, string> letters)
    {
        var spelt = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is < FirstMark or >= (char)(FirstMark + MostMarks))
                spelt.Append(character);
            else if (letters.TryGetValue(character, out var letter))
                spelt.Append(letter);
            else
                spelt.Append(letters[character] = Letter(letters.Count));
        }

        return spelt.ToString();
    }

    /// <summary>α to ω, then α2 to ω2, and so on.</summary>
    private static string Letter(int number) =>
        Letters[number % Letters.Length] + (number < Letters.Length ? "" : (1 + (number / Letters.Length)).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("(?<=#)[0-9]+")]
    private static partial Regex Number();
}
