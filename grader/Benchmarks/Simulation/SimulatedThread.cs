namespace Benchmarks.Simulation;

/// <summary>A thread of a <see cref="SimulatedProgram"/>: the code between two events takes no time.</summary>
internal sealed class SimulatedThread(int id, SimulatedThread? parent, IEnumerator<Act> acts)
{
    /// <summary>From 0, in order of starting.</summary>
    public int Id { get; } = id;

    public SimulatedThread? Parent { get; } = parent;

    /// <summary>The event that it takes once it is chosen; the first one is its start.</summary>
    public Act Next { get; private set; } = new($"thread {id}");

    /// <summary>Events taken.</summary>
    public int Taken { get; private set; }

    public bool Done { get; private set; }

    public bool CanRun => !Done && Next.CanRun?.Invoke() != false;

    public void Take()
    {
        Next.Effect?.Invoke();
        Taken++;
        Done = !acts.MoveNext();
        Next = Done ? default : acts.Current;
    }
}
