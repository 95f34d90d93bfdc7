using Grader.Judging;
using Grader.Judging.Sandboxes;
using Judge.Protocol;

namespace Grader.Tests.Judging;

/// <summary>Starts judges in no sandbox, and counts them.</summary>
internal sealed class CountedLauncher : ILauncher
{
    private readonly JudgeLauncher inner = new(Sandbox.None);

    public int Launched { get; private set; }

    public JudgeProcess Launch(JudgeRequest request)
    {
        Launched++;
        return inner.Launch(request);
    }
}
