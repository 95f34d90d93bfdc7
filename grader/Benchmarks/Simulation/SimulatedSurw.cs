namespace Benchmarks.Simulation;

/// <summary>
/// The same paper, algorithm 2: uniform over the orders of the events on one shared variable, a different one each time.
/// </summary>
internal sealed class SimulatedSurw(int seed) : SimulatedStrategy(seed)
{
    private readonly Dictionary<string, Use> uses = [];
    private readonly Dictionary<string, Lengths> lengths = [];
    private string interest = "";
    private SimulatedThread? intended;
    private int known;

    public override void Begin()
    {
        string[] shared = [.. uses.Where(use => use.Value is { Shared: true, Written: true }).Select(use => use.Key).Where(on => !Act.IsThread(on))];
        if (shared.Length > 0)
            interest = shared[Random.Next(shared.Length)];
        uses.Clear();
        foreach (var each in lengths.Values)
            each.Begin();
        intended = null;
        known = 0;
    }

    public override SimulatedThread Choose(SimulatedProgram program, IReadOnlyList<SimulatedThread> enabled)
    {
        for (; known < program.Threads.Count; known++)
        {
            // What was intended for the parent may have been meant for the child.
            var child = program.Threads[known];
            if (intended is not null && intended == child.Parent)
                intended = Draw(program, [intended, child]);
        }

        if (intended is null || intended.Done)
            intended = Draw(program, [.. program.Threads.Where(thread => !thread.Done)]);
        SimulatedThread[] free = [.. enabled.Where(thread => thread == intended || thread.Next.On != interest)];
        return free.Length > 0 ? free[Random.Next(free.Length)] : enabled[Random.Next(enabled.Count)];
    }

    public override void Taking(SimulatedThread thread)
    {
        var on = thread.Next.On;
        if (on == interest)
            intended = null;
        if (!lengths.TryGetValue(on, out var length))
            lengths.Add(on, length = new Lengths());
        length.Took(thread);
        if (!uses.TryGetValue(on, out var use))
            uses.Add(on, use = new Use(thread.Id));
        use.Shared |= use.First != thread.Id;
        use.Written |= !thread.Next.Reads;
    }

    private SimulatedThread? Draw(SimulatedProgram program, IReadOnlyList<SimulatedThread> threads) =>
        lengths.TryGetValue(interest, out var left) ? Weighted(threads, thread => left.Left(program, thread)) : null;

    private sealed class Use(int first)
    {
        public int First { get; } = first;

        public bool Shared { get; set; }

        public bool Written { get; set; }
    }
}
