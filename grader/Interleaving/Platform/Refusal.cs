namespace Interleaving.Platform;

/// <summary>Something that the engine refuses, told in the Markdown of the README: the member names of code stand in backticks.</summary>
/// <param name="What">What is refused.</param>
/// <param name="Why">Why, as the rest of a sentence.</param>
/// <param name="Instead">What to use instead.</param>
/// <param name="Apis">How the full names of the members begin (see <see cref="SourceMap.SourceNames.Api"/>); none where no member is meant.</param>
internal sealed record Refusal(string What, string Why, string Instead, params string[] Apis)
{
    /// <summary>The message of a failure: what, where, why, and what instead.</summary>
    /// <param name="what">The member, or what the program did.</param>
    /// <param name="place">" at LostUpdate.cs:14"; empty when the place is unknown.</param>
    public string Of(string what, string place) => $"unsupported: {what}{place}: {Plain(Why)}. Instead: {Plain(Instead)}.";

    /// <summary>What to use instead, without Markdown.</summary>
    public string PlainInstead => Plain(Instead);

    public bool Covers(string api) => Array.Exists(Apis, start => api.StartsWith(start, StringComparison.Ordinal));

    private static string Plain(string markdown) => markdown.Replace("`", "", StringComparison.Ordinal);
}
