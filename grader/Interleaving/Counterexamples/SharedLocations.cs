using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Counterexamples;

/// <summary>
/// Which memory matters to the story: what more than one column touches and somebody writes once more than one is there.
/// Captured variables that never change, loop counters and the like are noise, and so is what only code without a place
/// touches (a hidden test's own state).
/// </summary>
internal sealed class SharedLocations
{
    private readonly Dictionary<(object Owner, nint Offset), Use> uses = [];
    private readonly bool any;
    private readonly Dictionary<object, object> keys = new(ReferenceEqualityComparer.Instance);

    public SharedLocations(IReadOnlyList<Event> events, Lanes lanes)
    {
        any = events.Any(e => Sites.Get(e.Site) is { Line: > 0 });
        AsyncInvocation? first = null;
        var several = false;
        foreach (var e in events)
        {
            var lane = lanes.Of(e.AsyncInvocation);
            first ??= lane;
            several |= e.Kind == EventKind.Started || !ReferenceEquals(lane, first);
            if (!e.IsAccess)
                continue;
            var key = Key(e);
            var use = uses.GetValueOrDefault(key) ?? new Use(lane);
            use.Shared |= !ReferenceEquals(use.First, lane);
            use.Seen |= IsInSource(e);
            use.Written |= several && e.Kind == EventKind.Wrote;
            uses[key] = use;
        }
    }

    /// <summary>Whether a reader can look the event up in the source. Where none can be, as without debug information, all count alike.</summary>
    public bool IsInSource(Event e) => !any || Sites.Get(e.Site) is not { Line: 0 };

    public bool Matters(Event access) => access.Fails || uses[Key(access)] is { Shared: true, Written: true, Seen: true };

    /// <summary>Locations compare by the identity of their object; one of no known object goes by its source line.</summary>
    private (object Owner, nint Offset) Key(Event e)
    {
        if (e.Target is null)
            return (this, e.Site);
        if (!keys.TryGetValue(e.Target, out var key))
            keys.Add(e.Target, key = new object());
        return (key, e.Offset);
    }

    private sealed class Use(AsyncInvocation first)
    {
        public AsyncInvocation First { get; } = first;

        public bool Shared { get; set; }

        public bool Written { get; set; }

        public bool Seen { get; set; }
    }
}
