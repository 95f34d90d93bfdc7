using Interleaving.SourceMap;

namespace Interleaving.Counterexamples;

/// <summary>Which events a reader can look up in the source. Where none can be, as without debug information, all count alike.</summary>
internal sealed class Places(IReadOnlyList<Event> events)
{
    private readonly bool any = events.Any(e => Sites.Get(e.Site) is { Line: > 0 });

    public bool Has(Event e) => !any || Sites.Get(e.Site) is not { Line: 0 };
}
