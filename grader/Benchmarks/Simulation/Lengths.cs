namespace Benchmarks.Simulation;

/// <summary>
/// How many events of a kind each thread took in the execution before. What a thread starts counts for it until it is
/// started.
/// </summary>
internal sealed class Lengths
{
    private readonly List<int> before = [];
    private readonly List<int> parents = [];
    private readonly List<int> now = [];

    public void Begin()
    {
        before.Clear();
        before.AddRange(now);
        for (var i = 0; i < now.Count; i++)
            now[i] = 0;
    }

    public void Took(SimulatedThread thread)
    {
        Know(thread);
        now[thread.Id]++;
    }

    /// <summary>Events that the thread and those it has yet to start have left; never less than 0.</summary>
    public int Left(SimulatedProgram program, SimulatedThread thread)
    {
        var left = Own(thread.Id) - (thread.Id < now.Count ? now[thread.Id] : 0);
        for (var i = program.Threads.Count; i < parents.Count; i++)
        {
            if (parents[i] == thread.Id)
                left += Own(i);
        }

        return Math.Max(0, left);
    }

    private int Own(int id) => id < before.Count ? before[id] : 0;

    private void Know(SimulatedThread thread)
    {
        while (now.Count <= thread.Id)
        {
            now.Add(0);
            parents.Add(-1);
        }

        parents[thread.Id] = thread.Parent?.Id ?? -1;
    }
}
