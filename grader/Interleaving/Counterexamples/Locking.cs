namespace Interleaving.Counterexamples;

/// <summary>
/// Which locks matter to the story: those that several columns want, and all of them where memory is shared, since a lock
/// that only one of them takes is a fault that students make. Never those that only code without a place takes.
/// </summary>
internal sealed class Locking
{
    private const string Acquires = "acquires ";
    private const string Releases = "releases ";
    private const string WaitsFor = "waits for ";

    private readonly Dictionary<string, Strand?> users = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly bool all;

    public Locking(IReadOnlyList<Event> events, Lanes lanes, SharedLocations shared, Places places)
    {
        all = events.Any(e => e.IsAccess && shared.Matters(e));
        foreach (var e in events)
        {
            if (Object(e) is not { } name)
                continue;
            if (places.Has(e))
                seen.Add(name);
            var lane = lanes.Of(e.Strand);
            users[name] = !users.TryGetValue(name, out var user) || ReferenceEquals(user, lane) ? lane : null;
        }
    }

    public bool Matters(Event e) =>
        e.Kind == StoryStepKind.Wait || Object(e) is not { } name || (seen.Contains(name) && (all || users[name] is null));

    private static string? Object(Event e) => e.Text switch
    {
        _ when e.IsAccess => null,
        _ when e.Text.StartsWith(Acquires, StringComparison.Ordinal) => e.Text[Acquires.Length..],
        _ when e.Text.StartsWith(Releases, StringComparison.Ordinal) => e.Text[Releases.Length..],
        _ when e.Text.StartsWith(WaitsFor, StringComparison.Ordinal) => e.Text[WaitsFor.Length..],
        _ => null,
    };
}
