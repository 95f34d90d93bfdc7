using Interleaving.Scheduling;
using Interleaving.Weaving;

namespace Interleaving.Counterexamples;

/// <summary>What of a recording is worth telling: the columns, by operation, and the rows, in order of time.</summary>
internal sealed class Story
{
    private readonly List<Strand> columns;
    private readonly List<Row> rows = [];
    private readonly Lanes lanes;
    private readonly ILookup<Operation, Event> byOperation;
    private readonly Dictionary<Strand, Event> last = [];

    private Story(IReadOnlyList<Event> events)
    {
        lanes = new Lanes(events);
        byOperation = events.ToLookup(e => e.Operation);
        foreach (var e in events)
            last[lanes.Of(e.Strand)] = e;
        var shared = new SharedLocations(events, lanes);
        var locking = new Locking(events, lanes, shared);
        var told = Enumerable.Range(0, events.Count).Where(i => IsTold(events, i, shared) && locking.Matters(events[i])).Select(i => events[i]).ToList();
        columns = [.. told.Select(e => lanes.Of(e.Strand)).Distinct().OrderBy(lane => lane.Operation.Id).ThenBy(lane => lane.Id)];
        var switched = new HashSet<Strand>();
        var next = 0;
        foreach (var e in events)
        {
            // A switch whose own event is not told marks the next one in its column.
            if (e.Preempts)
                switched.Add(lanes.Of(e.Strand));
            if (next < told.Count && ReferenceEquals(told[next], e))
            {
                next++;
                Tell(e, switched);
            }
        }
    }

    public IReadOnlyList<Row> Rows => rows;

    public IReadOnlyList<string> Titles => lanes.Titles(columns);

    public static Story Of(Recorder recorder) => new(recorder.Events);

    private bool IsTold(IReadOnlyList<Event> events, int at, SharedLocations shared)
    {
        var e = events[at];
        return e.Kind switch
        {
            EventKind.Read or EventKind.Write => shared.Matters(e),
            EventKind.Started => !IsCarrier(e.Child!),
            EventKind.Ended => e.Operation.Id > 0 && e.Strand.Parent is null && !lanes.IsCarrier(e.Strand)
                && ReferenceEquals(last[lanes.Of(e.Strand)], e),
            EventKind.Unblocked => e.Now != events[at - 1].Now || (!IsBy(events, at - 1, e) && !IsBy(events, at + 1, e)),
            EventKind.Blocked => e.Fails || e.Awaited is not { } awaited || !ReferenceEquals(lanes.Of(awaited), lanes.Of(e.Strand)),
            EventKind.Note or EventKind.Failed => true,
            _ => throw new ArgumentOutOfRangeException(nameof(at), e.Kind, null),
        };
    }

    /// <summary>Whether an operation has nothing to tell of its own.</summary>
    private bool IsCarrier(Operation child) => byOperation.Contains(child) && byOperation[child].All(e =>
        e.Kind == EventKind.Ended ? lanes.IsCarrier(e.Strand) : !ReferenceEquals(lanes.Of(e.Strand).Operation, child));

    /// <summary>"goes on" is needless where the column goes on to tell what.</summary>
    private bool IsBy(IReadOnlyList<Event> events, int at, Event same) =>
        at < events.Count && ReferenceEquals(lanes.Of(events[at].Strand), lanes.Of(same.Strand));

    private void Tell(Event e, HashSet<Strand> switched)
    {
        var lane = lanes.Of(e.Strand);
        var place = Sites.Get(e.Site) is { Line: > 0 } site ? site.ToString() : "";
        rows.Add(new Row(columns.IndexOf(lane), place, Wording.Of(e), e.Now, switched.Remove(lane), e.Fails));
    }
}
