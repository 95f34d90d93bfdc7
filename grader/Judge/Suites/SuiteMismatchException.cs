namespace Judge.Suites;

/// <summary>The suite cannot be built against this submission, though it can against the reference.</summary>
internal sealed class SuiteMismatchException(string message) : Exception(message);
