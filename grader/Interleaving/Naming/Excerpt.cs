namespace Interleaving.Naming;

/// <summary>
/// The beginning of a text that a program made: what it says is repeated in messages, stories and reports, and a message of
/// some million characters would take the memory of all of them.
/// </summary>
internal static class Excerpt
{
    /// <summary>More than a reader reads, and than any message of an assertion about a handful of values has.</summary>
    public const int MostCharacters = 8_000;

    /// <summary>Of the message of an exception that overrides it there may be none at all.</summary>
    public static string Of(string? text) => text is null ? ""
        : text.Length <= MostCharacters ? text
        : text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)] + "…";
}
