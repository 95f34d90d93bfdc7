namespace ConcurrencyKatas;

/// <summary>What a hidden test claims of the submission.</summary>
internal static class Claim
{
    /// <summary>
    /// Fails with exactly the words of <paramref name="otherwise"/>: they are what the student reads, so they tell the idea
    /// that was missed, and no figure of the hidden test. NUnit's own exception, since NUnit puts the type of any other before them.
    /// </summary>
    public static void That(bool holds, string otherwise)
    {
        if (!holds)
            throw new AssertionException(otherwise);
    }
}
