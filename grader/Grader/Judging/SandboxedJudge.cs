using Grader.Judging.Sandboxes;

namespace Grader.Judging;

/// <summary>A judge, and what is around what it runs.</summary>
internal sealed record SandboxedJudge(IJudge Judge, SandboxKind Sandbox);
