using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi and Nagarakatte, ASPLOS 2010): operations have random
/// priorities, the highest that can run does, and at <paramref name="depth"/> − 1 random moments the one that would falls below
/// all others. A bug that needs <paramref name="depth"/> ordering constraints is hit with probability 1/(n·k^(depth−1)) at
/// least, for n operations and k choices in an execution.
/// </summary>
/// <remarks>
/// k is the largest number of steps seen so far, not counting those that an operation takes with no other alive. It counts
/// the steps of one whom all others wait for: lowered inside its lock, it leaves the lock to them. An operation that pauses falls below all others as well, so that it does
/// not spin while the one that it waits for starves.
/// </remarks>
internal sealed class PctStrategy(int seed, int depth) : IStrategy
{
    private const int FirstGuess = 20;
    private Random Random => field ??= new(seed);
    private readonly List<int> priorities = [];
    private readonly HashSet<int> changes = [];
    private int choices;
    private int longest;
    private int lowest;

    public string Name => $"PCT({depth})";

    public bool SeesAll => true;

    public bool Begin()
    {
        longest = Math.Max(longest, choices);
        choices = 0;
        lowest = 0;
        priorities.Clear();
        changes.Clear();
        for (var i = 1; i < depth; i++)
            changes.Add(1 + Random.Next(longest == 0 ? FirstGuess : longest));
        return true;
    }

    public bool Delays(Operation previous, bool worthwhile) => worthwhile && Random.Next(2) == 0;

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled)
    {
        if (enabled.Count == 1 && IsAlone(enabled[0]))
            return enabled[0];
        choices++;
        while (priorities.Count < previous.Execution.Operations.Count)
            priorities.Add(1 + Random.Next(int.MaxValue - 1));
        if (previous.Pending.Kind == StepKind.Pause)
            priorities[previous.Id] = --lowest;
        var chosen = Highest(enabled);
        if (!changes.Contains(choices))
            return chosen;
        priorities[chosen.Id] = --lowest;
        return Highest(enabled);
    }

    private static bool IsAlone(Operation running) => running.Execution.Operations.Living.Count == 1;

    private Operation Highest(IReadOnlyList<Operation> enabled)
    {
        var highest = enabled[0];
        foreach (var operation in enabled)
        {
            if (priorities[operation.Id] > priorities[highest.Id])
                highest = operation;
        }

        return highest;
    }
}
