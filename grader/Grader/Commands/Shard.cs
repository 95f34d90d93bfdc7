using System.CommandLine.Parsing;
using System.Globalization;

namespace Grader.Commands;

/// <summary>One part of a class, to be graded on one of several machines.</summary>
/// <param name="Index">From 1.</param>
/// <param name="Count">1 or more.</param>
internal sealed record Shard(int Index, int Count)
{
    public static Shard? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text.Split('/') is [var index, var count] && int.TryParse(index, out var i) && int.TryParse(count, out var n)
            && i >= 1 && i <= n)
            return new Shard(i, n);
        result.AddError($"--shard {text} is no part; give it as i/n with 1 ≤ i ≤ n, like 2/4");
        return null;
    }

    /// <summary>As <c>--shard</c> takes it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    /// <summary>Every n-th one: neighbours in the alphabet go to different parts.</summary>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> all) => [.. all.Where((_, i) => i % Count == Index - 1)];
}
