namespace Judge.Measuring;

/// <summary>The two runs of a pair disagree.</summary>
internal sealed class UnequalResultsException(object? sequential, object? concurrent)
    : Exception(FormattableString.Invariant(
        $"On plain, optimised code the result is {concurrent ?? "null"}; the sequential baseline gives {sequential ?? "null"}."));
