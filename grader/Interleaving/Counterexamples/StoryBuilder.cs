using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Counterexamples;

/// <summary>Makes a story of a recording: picks what is worth telling, lanes by operation, steps in order of time.</summary>
internal sealed class StoryBuilder
{
    private readonly List<AsyncInvocation> columns;
    private readonly List<(StoryStep Step, Event Event)> rows = [];
    private readonly Lanes lanes;
    private readonly ILookup<Operation, Event> byOperation;
    private readonly Dictionary<AsyncInvocation, Event> last = [];

    private StoryBuilder(IReadOnlyList<Event> events)
    {
        lanes = new Lanes(events);
        byOperation = events.ToLookup(e => e.Operation);
        foreach (var e in events)
            last[lanes.Of(e.AsyncInvocation)] = e;
        var shared = new SharedLocations(events, lanes);
        var locking = new Locking(events, lanes, shared);
        var told = Enumerable.Range(0, events.Count).Where(i => IsTold(events, i, shared) && locking.Matters(events[i])).Select(i => events[i]).ToList();
        columns = [.. told.Select(e => lanes.Of(e.AsyncInvocation)).Distinct().OrderBy(lane => lane.Operation.Id).ThenBy(lane => lane.Id)];
        var switched = new HashSet<AsyncInvocation>();
        var next = 0;
        foreach (var e in events)
        {
            // A switch whose own event is not told marks the next one in its column.
            if (e.Preempts)
                switched.Add(lanes.Of(e.AsyncInvocation));
            if (next < told.Count && ReferenceEquals(told[next], e))
            {
                next++;
                Tell(e, switched);
            }
        }
    }

    /// <summary>The story; null when nothing happened that is worth telling: a failure alone is what the message says already.</summary>
    public static Story? Of(Recorder recorder)
    {
        var builder = new StoryBuilder(recorder.Events);
        return builder.rows.Count < 2 ? null : builder.Abridged();
    }

    /// <summary>A lane of which nothing is left is left out.</summary>
    private Story Abridged()
    {
        var kept = new Abridgement(rows[0].Event.Operation.Execution.ValueFormatter).Of(rows);
        var titles = lanes.Titles(columns);
        var used = Enumerable.Range(0, titles.Count).Where(lane => kept.Any(step => step.Lane == lane)).ToList();
        return new Story([.. used.Select(lane => titles[lane])], [.. kept.Select(step => step with { Lane = used.IndexOf(step.Lane) })]);
    }

    private bool IsTold(IReadOnlyList<Event> events, int at, SharedLocations shared)
    {
        var e = events[at];
        return e.Step switch
        {
            StoryStepKind.Read or StoryStepKind.Write => shared.Matters(e),
            StoryStepKind.Start => !IsCarrier(e.Child!),
            StoryStepKind.End => e.Operation.Id > 0 && e.AsyncInvocation.Parent is null && !lanes.IsCarrier(e.AsyncInvocation)
                && ReferenceEquals(last[lanes.Of(e.AsyncInvocation)], e),
            StoryStepKind.Resume => e.Now != events[at - 1].Now || (!IsBy(events, at - 1, e) && !IsBy(events, at + 1, e)),
            StoryStepKind.Wait => e.Fails || e.Awaited is not { } awaited || !ReferenceEquals(lanes.Of(awaited), lanes.Of(e.AsyncInvocation)),
            StoryStepKind.Note or StoryStepKind.Queue or StoryStepKind.Fail => true,
            _ => throw new ArgumentOutOfRangeException(nameof(at), e.Step, null),
        };
    }

    /// <summary>Whether an operation has nothing to tell of its own.</summary>
    private bool IsCarrier(Operation child) => byOperation.Contains(child) && byOperation[child].All(e =>
        e.Kind == EventKind.Ended ? lanes.IsCarrier(e.AsyncInvocation) : !ReferenceEquals(lanes.Of(e.AsyncInvocation).Operation, child));

    /// <summary>"goes on" is needless where the column goes on to tell what.</summary>
    private bool IsBy(IReadOnlyList<Event> events, int at, Event same) =>
        at < events.Count && ReferenceEquals(lanes.Of(events[at].AsyncInvocation), lanes.Of(same.AsyncInvocation));

    private void Tell(Event e, HashSet<AsyncInvocation> switched)
    {
        var lane = lanes.Of(e.AsyncInvocation);
        var site = Sites.Get(e.Site) is { Line: > 0 } known ? known : null;
        var step = new StoryStep(
            columns.IndexOf(lane), site?.FileName, site?.Line ?? 0, e.Step, EventFormatter.Of(e), new TimeSpan(e.Now), switched.Remove(lane), e.Fails);
        rows.Add((step, e));
    }
}
