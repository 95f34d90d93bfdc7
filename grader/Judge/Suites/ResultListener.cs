using Judge.Protocol;
using NUnit.Framework.Interfaces;

namespace Judge.Suites;

/// <summary>Turns NUnit's results into frames, one for each test as it finishes.</summary>
internal sealed class ResultListener(TestSelection selection, Action<JudgeFrame> send) : ITestListener
{
    public void TestStarted(ITest test)
    {
        // Only endings count.
    }

    public void TestFinished(ITestResult result)
    {
        if (selection.Find(result.Test) is { } test)
            send(Results.Of(test, result));
    }

    public void TestOutput(TestOutput output)
    {
        // Nobody is shown what a submission prints while the hidden suite runs.
    }

    public void SendMessage(TestMessage message)
    {
        // The same.
    }
}
