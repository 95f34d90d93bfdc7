namespace Benchmarks.Simulation;

/// <summary>A random strategy as its paper defines it, on events alone.</summary>
internal abstract class SimulatedStrategy(int seed)
{
    protected Random Random { get; } = new(seed);

    /// <summary>The next execution starts.</summary>
    public virtual void Begin()
    {
    }

    public abstract SimulatedThread Choose(SimulatedProgram program, IReadOnlyList<SimulatedThread> enabled);

    /// <summary>The chosen thread is about to take its next event.</summary>
    public virtual void Taking(SimulatedThread thread)
    {
    }

    /// <summary>One of the threads, with a probability proportional to its weight; any when all weights are 0.</summary>
    protected SimulatedThread Weighted(IReadOnlyList<SimulatedThread> threads, Func<SimulatedThread, int> weight)
    {
        var at = Random.Next(Math.Max(1, threads.Sum(weight)));
        foreach (var thread in threads)
        {
            at -= weight(thread);
            if (at < 0)
                return thread;
        }

        return threads[Random.Next(threads.Count)];
    }
}
