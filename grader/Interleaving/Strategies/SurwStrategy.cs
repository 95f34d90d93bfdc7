using System.Runtime.InteropServices;
using Interleaving.Memory;
using Interleaving.Naming;
using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// Selectively uniform random walk (Zhao, Wolff, Mathur and Roychoudhury, ASPLOS 2025): each execution takes an interest in
/// one shared location, a different one each time, and makes every order of the steps on it as likely as any other, whatever
/// stands between them. Who takes the next of those steps is decided first, with a probability proportional to the number
/// that each has left; until it has, no other may take one.
/// </summary>
/// <remarks>
/// A location is known again by the source lines that touched it in the execution before. When an operation pauses, nobody
/// is held back: the one intended may be spinning for another's step on that very location.
/// </remarks>
/// <param name="seed">Of its random choices.</param>
/// <param name="wanted">The only name that it takes an interest in: of a field, or of the type of a locked object; null for all.</param>
internal sealed class SurwStrategy(int seed, string? wanted = null) : IStrategy
{
    private Random Random => field ??= new(seed);
    private readonly RemainingSteps census = new();
    private readonly Dictionary<(object Owner, nint Offset), Touched> touched = new(LocationComparer.Instance);
    private readonly Dictionary<(int Site, int Identity), int> steps = [];
    private readonly List<Operation> candidates = [];
    private HashSet<int> interest = [];
    private Operation? intended;

    public string Name => "SURW";

    /// <summary>Steps that an operation takes alone count as well.</summary>
    public bool SeesAll => true;

    public bool Begin()
    {
        var shared = touched.Values.Where(location => location is { Shared: true, Written: true }).ToArray();
        if (wanted is not null && shared.Where(location => location.IsCalled(wanted)).ToArray() is { Length: > 0 } named)
            shared = named;
        if (shared.Length > 0)
            interest = shared[Random.Next(shared.Length)].Sites;
        census.Begin(identity => interest.Sum(site => steps.GetValueOrDefault((site, identity))));
        touched.Clear();
        steps.Clear();
        intended = null;
        return true;
    }

    public bool Delays(Operation previous, bool worthwhile) => worthwhile && Random.Next(2) == 0;

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled)
    {
        var known = census.Known;
        census.Meet(previous.Execution);
        for (var i = known; i < census.Known; i++)
            Split(previous.Execution.Operations[i]);
        if (intended is null || intended.Done)
            intended = Intend(previous.Execution.Operations.Living);
        var pauses = previous.Pending.Kind == StepKind.Pause;
        candidates.Clear();
        foreach (var operation in enabled)
        {
            if (pauses || ReferenceEquals(operation, intended) || !IsInteresting(operation))
                candidates.Add(operation);
        }

        var chosen = candidates.Count > 0 ? candidates[Random.Next(candidates.Count)] : enabled[Random.Next(enabled.Count)];
        Note(chosen);
        return chosen;
    }

    private void Note(Operation chosen)
    {
        if (IsInteresting(chosen))
        {
            census.Took(chosen);
            intended = null;
        }

        var step = chosen.Pending;
        if (step.Target is null || step.Kind == StepKind.Start)
            return;
        ref var location = ref CollectionsMarshal.GetValueRefOrAddDefault(touched, (step.Target, step.Offset), out _);
        location ??= new Touched(chosen.Id, step.Target);
        location.Sites.Add(step.Site);
        CollectionsMarshal.GetValueRefOrAddDefault(steps, (step.Site, census.Identity(chosen)), out _)++;
        location.Shared |= location.First != chosen.Id;
        location.Written |= step.Kind != StepKind.Read;
    }

    private bool IsInteresting(Operation operation) =>
        operation.Pending.Kind != StepKind.Start && interest.Contains(operation.Pending.Site);

    private Operation? Intend(IReadOnlyList<Operation> operations)
    {
        var total = 0L;
        foreach (var operation in operations)
            total += Weight(operation);
        if (total == 0)
            return null;
        var at = Random.NextInt64(total);
        foreach (var operation in operations)
        {
            at -= Weight(operation);
            if (at < 0)
                return operation;
        }

        return null;
    }

    /// <summary>
    /// What was intended for the starter may have been meant for the one that it starts. Drawing anew among all instead would
    /// favour those that are started first.
    /// </summary>
    private void Split(Operation started)
    {
        if (intended is null || !ReferenceEquals(intended, started.Parent))
            return;
        var (own, all) = (Weight(started), Weight(started) + Weight(intended));
        if (all > 0 && Random.Next(all) < own)
            intended = started;
    }

    /// <summary>Whoever is blocked counts, too: the others lead it to its next step.</summary>
    private int Weight(Operation operation) => operation.Done ? 0 : Math.Max(0, census.Left(operation));

    private sealed class Touched(int first, object target)
    {
        public int First { get; } = first;

        public HashSet<int> Sites { get; } = [];

        public bool Shared { get; set; }

        public bool Written { get; set; }

        public bool IsCalled(string name) => Values.PlainName(target.GetType()) == name
            || Sites.Any(site => SourceMap.Sites.Get(site)?.Member is { } member && member[(member.LastIndexOf('.') + 1)..] == name);
    }
}
