using System.Text.RegularExpressions;
using NUnit.Framework.Interfaces;

namespace Interleaving.NUnit.Tests;

/// <summary>The page on debugging shows tests and their failures: each is what the engine says today. <c>APPROVE=1</c> writes them anew.</summary>
[TestFixture]
public sealed partial class DebuggingPageTests
{
    [Test]
    public void The_page_shows_what_the_engine_says() => Approval.Page("katas/debugging.md", page =>
    {
        Example().Count(page).ShouldBe(4);
        return Example().Replace(page, example => $"{example.Groups["code"].Value}{Message(example.Groups["members"].Value)}\n```\n");
    });

    private static string Message(string members)
    {
        var result = FixtureRun.Of(members).Values.Single();
        result.ResultState.Status.ShouldBe(TestStatus.Failed);
        return string.Join('\n', result.Message.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd()));
    }

    /// <summary>A block of C#, and the block after it with what its test says.</summary>
    [GeneratedRegex(@"(?<code>```csharp\n(?<members>.*?)```\n\n```\n).*?```\n", RegexOptions.Singleline)]
    private static partial Regex Example();
}
