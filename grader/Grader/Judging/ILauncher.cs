using Judge.Protocol;

namespace Grader.Judging;

/// <summary>Where judge processes come from.</summary>
internal interface ILauncher
{
    /// <summary>A judge that waits for this request. Throws when the machine cannot start it.</summary>
    JudgeProcess Launch(JudgeRequest request);

    /// <summary>Waits for what a judge has still to do after its last word, before it is ended.</summary>
    Task FinishAsync(JudgeProcess process, JudgeRequest request) => Task.CompletedTask;

    /// <summary>Takes back a judge whose answer has come.</summary>
    /// <param name="process">The judge.</param>
    /// <param name="request">What it was launched for.</param>
    /// <param name="whole">Whether it answered to the last frame, plainly, and waits for another request.</param>
    void Release(JudgeProcess process, JudgeRequest request, bool whole) => process.Dispose();
}
