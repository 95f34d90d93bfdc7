using Interleaving;
using Interleaving.Scheduling;
using Judge.Protocol;
using NUnit.Framework.Interfaces;

namespace Judge.Suites;

/// <summary>Turns NUnit's results into frames, one for each test as it finishes.</summary>
internal sealed class ResultListener(TestSelection selection, bool discreet, Action<JudgeFrame> send) : ITestListener
{
    /// <summary>The last profile of the running test for each number of cores: an exploration makes one in each execution.</summary>
    private readonly SortedDictionary<int, ParallelismSample> profiles = [];

    public void Profiled(int cores, ParallelProfile profile, IReadOnlyList<WorkStack> stacks, IReadOnlyList<CoreUse> uses) =>
        profiles[cores] = new ParallelismSample(cores, profile.Work, profile.Makespan, profile.Spawned, profile.Transfers)
        {
            Stacks = stacks,
            Uses = uses,
        };

    public void TestStarted(ITest test)
    {
        profiles.Clear();
        if (selection.Find(test) is { } found)
            send(new TestStarted(found.Index));
    }

    public void TestFinished(ITestResult result)
    {
        if (selection.Find(result.Test) is { } test)
            send(Results.Of(test, result, discreet) with { Parallelism = [.. profiles.Values] });
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
