namespace Interleaving;

/// <summary>How parallel a piece of code is, counted instead of timed: the same on every machine.</summary>
/// <param name="Work">Loop rounds and calls of all operations together.</param>
/// <param name="Makespan">
/// Units of work that went by until the end on the simulated cores; on one core it is at least <paramref name="Work"/>.
/// </param>
/// <param name="Spawned">Operations (threads, tasks, continuations, timer callbacks) that were started.</param>
/// <param name="Transfers">
/// How often a cache line of 64 bytes went from one operation to another because somebody wrote it: what a shared accumulator, false
/// sharing and a lock per item cost. To take a lock (also for reading) or a permit, or to put into a queue, is to write.
/// </param>
public sealed record ParallelProfile(long Work, long Makespan, int Spawned, long Transfers)
{
    /// <summary>Work over makespan: from 0 to the number of cores; 1 for code that does one thing after another.</summary>
    public double Parallelism => Makespan == 0 ? 1 : (double)Work / Makespan;
}
