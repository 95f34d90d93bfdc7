using Judge.Protocol;

namespace Grader.Judging;

/// <summary>Where judge processes come from.</summary>
internal interface ILauncher
{
    /// <summary>A judge that waits for this request. Throws when the machine cannot start it.</summary>
    JudgeProcess Launch(JudgeRequest request);
}
