using System.Text.Json.Serialization;

namespace Judge.Protocol;

/// <summary>One message of the judge to its parent.</summary>
[JsonDerivedType(typeof(SuiteFound), "suite")]
[JsonDerivedType(typeof(TestStarted), "started")]
[JsonDerivedType(typeof(TestFinished), "test")]
[JsonDerivedType(typeof(SideTimed), "workload")]
[JsonDerivedType(typeof(ProbeAttempted), "probe")]
[JsonDerivedType(typeof(JudgeFinished), "finished")]
internal abstract record JudgeFrame
{
    /// <summary>See <see cref="JudgeRequest.Key"/>.</summary>
    public string Key { get; init; } = "";
}
