namespace Grader.Watching;

/// <summary>What there is to show.</summary>
/// <param name="Outcome">What came of the last save; null while it runs, and longer than a person likes to wait in doubt.</param>
/// <param name="Took">From when the save was seen.</param>
internal sealed record WatchNews(VisibleTests.Outcome? Outcome, TimeSpan Took);
