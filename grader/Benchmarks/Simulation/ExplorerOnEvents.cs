using Interleaving.Counterexamples;
using Interleaving.Scheduling;

namespace Benchmarks.Simulation;

/// <summary>
/// One of the explorer's strategies, run on simulated events: no threads, no weaving, so that a difference from the paper's
/// definition can only come from the strategy itself.
/// </summary>
internal sealed class ExplorerOnEvents(IStrategy strategy) : SimulatedStrategy(0)
{
    private readonly Dictionary<string, object> targets = [];
    private readonly Dictionary<string, int> sites = [];
    private readonly HostPool hosts = new(-1);
    private readonly List<Operation> able = [];
    private Execution execution = null!;
    private Operation previous = null!;

    /// <summary>Whether the strategy has schedules left.</summary>
    public bool IsOver { get; private set; }

    public override void Begin()
    {
        if (execution is not null)
            strategy.Finished(execution);
        IsOver = !strategy.Begin();
        execution = new Execution(strategy, hosts, new ExecutionLimits()) { Words = Messages.Instance };
        targets.Clear();
        previous = null!;
    }

    public override SimulatedThread Choose(SimulatedProgram program, IReadOnlyList<SimulatedThread> enabled)
    {
        foreach (var thread in program.Threads)
            Show(thread, enabled.Contains(thread));
        able.Clear();
        able.AddRange(enabled.Select(thread => execution.Operations[thread.Id]));
        previous ??= able[0];
        previous = able.Count == 1 && !strategy.SeesAll ? able[0] : strategy.Next(previous, able);
        return program.Threads[previous.Id];
    }

    private void Show(SimulatedThread thread, bool enabled)
    {
        if (thread.Id == execution.Operations.Count)
        {
            Operation.Here = thread.Parent is { } parent ? execution.Operations[parent.Id] : null;
            execution.Spawn($"thread {thread.Id}", static () => { });
            Operation.Here = null;
        }

        var operation = execution.Operations[thread.Id];
        execution.Operations.SetEnabled(operation, enabled);
        operation.Done = thread.Done;
        operation.Steps = thread.Taken;
        if (!thread.Done)
            operation.Pending = StepOf(thread);
    }

    private Step StepOf(SimulatedThread thread)
    {
        var on = thread.Next.On;
        if (!targets.TryGetValue(on, out var target))
            targets.Add(on, target = new object());
        if (!sites.TryGetValue(on, out var site))
            sites.Add(on, site = sites.Count);
        var kind = thread.Taken == 0 && thread.Id > 0 ? StepKind.Start : thread.Next.Reads ? StepKind.Read : StepKind.Write;
        return new Step(kind, target, 0, site);
    }
}
