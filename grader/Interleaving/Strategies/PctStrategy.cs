using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi and Nagarakatte, ASPLOS 2010): operations have random
/// priorities, the highest that can run does, and at <paramref name="depth"/> − 1 random moments the running one falls below
/// all others. A bug that needs <paramref name="depth"/> ordering constraints is hit with probability 1/(n·k^(depth−1)) at
/// least, for n operations and k choices in an execution.
/// </summary>
/// <remarks>
/// k is the largest number of choices seen so far. An operation that pauses falls below all others as well, so that it does
/// not spin while the one that it waits for starves.
/// </remarks>
internal sealed class PctStrategy(int seed, int depth) : IStrategy
{
    private const int FirstGuess = 20;
    private readonly Random random = new(seed);
    private readonly List<int> priorities = [];
    private readonly HashSet<int> changes = [];
    private int choices;
    private int longest;
    private int lowest;

    public string Name => $"PCT({depth})";

    public bool Begin()
    {
        longest = Math.Max(longest, choices);
        choices = 0;
        lowest = 0;
        priorities.Clear();
        changes.Clear();
        for (var i = 1; i < depth; i++)
            changes.Add(1 + random.Next(longest == 0 ? FirstGuess : longest));
        return true;
    }

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled)
    {
        choices++;
        while (priorities.Count < previous.Execution.Operations.Count)
            priorities.Add(1 + random.Next(int.MaxValue - 1));
        if (changes.Contains(choices) || previous.Pending.Kind == StepKind.Pause)
            priorities[previous.Id] = --lowest;
        var highest = enabled[0];
        foreach (var operation in enabled)
        {
            if (priorities[operation.Id] > priorities[highest.Id])
                highest = operation;
        }

        return highest;
    }
}
