using Grader.Judging.Sandboxes;
using Judge.Protocol;

namespace Grader.Judging.Tracing;

/// <summary>Starts one judge whose runtime is recorded, and does not end it before the record is whole.</summary>
/// <param name="sandbox">What is around it, with the port's folder to be seen in it.</param>
/// <param name="port">Where it connects to.</param>
internal sealed class TracingLauncher(Sandbox sandbox, TracePort port) : ILauncher
{
    private readonly JudgeLauncher launcher = new(sandbox, port.Variables);

    public JudgeProcess Launch(JudgeRequest request) => launcher.Launch(request);

    public Task FinishAsync(JudgeProcess process, JudgeRequest request) => port.DrainAsync();
}
