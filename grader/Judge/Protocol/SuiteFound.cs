namespace Judge.Protocol;

/// <summary>The first frame: all tests that will run, so that a test without a result is noticed.</summary>
/// <param name="Tests">In the order in which they run.</param>
internal sealed record SuiteFound(IReadOnlyList<TestFound> Tests) : JudgeFrame;
