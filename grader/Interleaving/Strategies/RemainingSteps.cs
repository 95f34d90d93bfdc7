using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// How many steps each operation took in the execution before, and so has left in this one if it goes the same way. An
/// operation is known again by who started it and as which of its children. What a child will do counts for its parent
/// until it is started.
/// </summary>
internal sealed class RemainingSteps
{
    private readonly Dictionary<(int Parent, int Child), int> identities = [];
    private readonly List<int> parents = [];
    private readonly List<int> expected = [];
    private readonly List<int> taken = [];
    private readonly List<int> left = [];
    private readonly List<int> known = [];
    private readonly List<int> children = [];

    /// <summary>Forgets the operations of the last execution, and takes its counts for the next.</summary>
    public void Begin() => Begin(identity => taken[identity]);

    /// <summary>Forgets the operations of the last execution.</summary>
    /// <param name="expect">How many steps to expect of the operation of an <see cref="Identity"/>.</param>
    public void Begin(Func<int, int> expect)
    {
        for (var i = 0; i < taken.Count; i++)
            expected[i] = expect(i);
        for (var i = 0; i < taken.Count; i++)
            taken[i] = 0;

        // Children have higher numbers than their parents, so one pass from the end adds up whole trees.
        left.Clear();
        left.AddRange(expected);
        for (var i = left.Count - 1; i >= 0; i--)
        {
            if (parents[i] >= 0)
                left[parents[i]] += left[i];
        }

        known.Clear();
        children.Clear();
    }

    /// <summary>Makes all operations of <paramref name="execution"/> known.</summary>
    public void Meet(Execution execution)
    {
        while (known.Count < execution.Operations.Count)
        {
            var operation = execution.Operations[known.Count];
            var parent = operation.Parent is { } starter ? known[starter.Id] : -1;
            var identity = Identify(parent, parent < 0 ? operation.Id : children[operation.Parent!.Id]++);
            if (parent >= 0)
                left[parent] -= left[identity];
            known.Add(identity);
            children.Add(0);
        }
    }

    /// <summary>How many operations of this execution it has met.</summary>
    public int Known => known.Count;

    /// <summary>A number that stands for the operation in all executions.</summary>
    public int Identity(Operation operation) => known[operation.Id];

    /// <summary>Steps that the operation, and those that it has still to start, are likely to take; 0 or less when unknown.</summary>
    public int Left(Operation operation) => left[known[operation.Id]];

    public void Took(Operation operation)
    {
        var identity = known[operation.Id];
        taken[identity]++;
        left[identity]--;
    }

    private int Identify(int parent, int child)
    {
        if (identities.TryGetValue((parent, child), out var identity))
            return identity;
        identity = identities.Count;
        identities.Add((parent, child), identity);
        parents.Add(parent);
        expected.Add(0);
        taken.Add(0);
        left.Add(0);
        return identity;
    }
}
