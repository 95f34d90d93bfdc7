using System.IO.Pipes;
using Judge.Confining;
using Judge.Hosting;
using Judge.Measuring;
using Judge.Protocol;
using Judge.Suites;

// Arguments: the handles of two anonymous pipes that the parent opened, for the request and for the answers, and what the
// judge is to take from itself.
Containment.LeadSession();
if (args is not [var requests, var answers, var cpuSeconds, var memoryMegabytes, var box])
{
    await Console.Error.WriteLineAsync("This program is started by grader, not by hand.");
    return 2;
}

var processors = Processors.Remember();
using var lifeline = new AnonymousPipeClientStream(PipeDirection.In, requests);
using var stream = new AnswerStream(new AnonymousPipeClientStream(PipeDirection.Out, answers));
string? judged = null;
try
{
    Confinement.Parse(cpuSeconds, memoryMegabytes, box).Apply();
    var asked = new Requests(lifeline);
    ProcessState.Begin();
    var before = ProcessState.Read();
    JudgeRequest request;
    do
    {
        request = asked.Next();
        judged = null;
        if (request.Rehearsal)
            SuiteRunner.Run(request, _ => { }); // Nobody hears it; then comes the request that is meant.
        else
            Answer(request, before);
    }
    while (request.Rehearsal || request.Shared);
    return 0;
}
catch (Exception e)
{
    stream.Send(Blame.Of(e, judged));
    return 1;
}

void Answer(JudgeRequest request, string before)
{
    stream.Key = request.Key;
    if (request.Probe is { } probe)
    {
        stream.Send(new SuiteFound([]));
        Probe.Run(probe, request.Limits, stream.Send);
    }
    else
    {
        judged = request.Suite;
        SuiteRunner.Run(request, stream.Send);
        if (request is { Measure: { } plan, Schedule: null })
        {
            processors.Restore();
            stream.Send(Workloads.Time(request, plan));
        }
    }

    stream.Send(new JudgeFinished(Clean: request.Shared && ProcessState.Read() == before));
}
