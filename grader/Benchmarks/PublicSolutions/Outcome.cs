using Interleaving;

namespace Benchmarks.PublicSolutions;

/// <summary>What came of one checkout.</summary>
/// <param name="Checkout">The folder's name.</param>
/// <param name="Problem">Why it is no solution; null when it is one.</param>
/// <param name="Changes">What the explorer says where several change the balance; null when it is no solution.</param>
/// <param name="Read">The same where somebody asks for the balance meanwhile.</param>
/// <param name="StressPassed">How many native runs of the stress test it passed.</param>
internal sealed record Outcome(string Checkout, string? Problem, Exploration? Changes = null, Exploration? Read = null, int StressPassed = 0)
{
    /// <summary>Whether the explorer found a fault of the program; not where it could not tell.</summary>
    public static bool IsFault(Exploration? found) =>
        found?.Failure is not (null or FailureKind.Unsupported or FailureKind.Nondeterminism or FailureKind.StepLimit);

    public override string ToString() => Changes is null || Read is null
        ? $"{Checkout}: no solution: {Problem}"
        : $"{Checkout}: {(Changes.Failure is null ? Text(Read, " with a read meanwhile") : Text(Changes, ""))}; stress test passed {StressPassed} times";

    private static string Text(Exploration found, string when) => found.Failure is null
        ? "accepted"
        : $"{found.Failure}{when}, schedule {found.Schedules}: {found.Message.Split('\n')[0].TrimEnd('.')}";
}
