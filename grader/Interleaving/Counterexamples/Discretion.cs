using System.Globalization;
using System.Text;

namespace Interleaving.Counterexamples;

/// <summary>
/// Tells the story of a hidden test without its inputs: a Greek letter stands for each value, the same letter for the same
/// value, and an exception says only what the platform says in every program. One for each execution.
/// </summary>
/// <remarks>
/// A value is marked by one character of the private use area, which no shown value and no name has in it. The letters are
/// given in the order of the finished story, so that none is skipped.
/// </remarks>
internal sealed class Discretion : Disclosure
{
    private const char FirstMark = '\uE000';
    private const int MostMarks = 0x1900;
    private const string Letters = "αβγδεζηθικλμνξοπρστυφχψω";
    private readonly Dictionary<string, char> marks = new(StringComparer.Ordinal);

    public override bool Names => false;

    public override string Value(object? value)
    {
        var shown = Values.Show(value);
        if (value is null or bool || Values.IsOpaque(value) || (value is Enum && Enum.IsDefined(value.GetType(), value)))
            return shown;
        if (!marks.TryGetValue(shown, out var mark))
        {
            if (marks.Count == MostMarks)
                return "…";
            marks.Add(shown, mark = (char)(FirstMark + marks.Count));
        }

        return mark.ToString();
    }

    public override string Says(Exception exception) =>
        PlatformWords.Of(exception) is { } words ? ": " + words : " (what it says is not told of a hidden test)";

    public override Story Tidy(Story story)
    {
        var letters = new Dictionary<char, string>();
        var lanes = story.Lanes.Select(title => Spell(title, letters)).ToList();
        var steps = story.Steps.Select(step => step with { Text = Spell(step.Text, letters) }).ToList();
        if (letters.Count > 0)
            steps.Add(StoryStep.Abridged(-1, "(Greek letters stand for values of the hidden test: the same letter, the same value.)", steps[^1].At));
        return new Story(lanes, steps);
    }

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
}
