using Interleaving.Scheduling;

namespace Interleaving.Counterexamples;

/// <summary>
/// Which column each invocation is told in, and what the column is headed by. An operation that did nothing itself but begin
/// one async method shares that method's column.
/// </summary>
internal sealed class Lanes
{
    private readonly HashSet<AsyncInvocation> busy = [];
    private readonly Dictionary<AsyncInvocation, AsyncInvocation> only = [];

    public Lanes(IReadOnlyList<Event> events)
    {
        var lending = events.GroupBy(e => e.Operation)
            .Where(own => own.All(e => e.Kind == EventKind.Ended || !ReferenceEquals(e.AsyncInvocation.Operation, own.Key)))
            .Select(own => own.Key)
            .ToHashSet();
        foreach (var e in events)
        {
            if (e.Kind is not (EventKind.Ended or EventKind.Failed) && !(e.Child is { } child && lending.Contains(child)))
                busy.Add(e.AsyncInvocation);
        }

        var columns = events.Select(e => e.AsyncInvocation).SelectMany(Ancestors).Select(invocation => invocation.Column).Distinct();
        foreach (var group in columns.Where(invocation => invocation.Parent is { Parent: null }).GroupBy(invocation => invocation.Parent!))
        {
            if (!busy.Contains(group.Key) && group.Count() == 1)
                only.Add(group.Key, group.First());
        }
    }

    /// <summary>The column of an invocation, named by the one invocation that stands for it.</summary>
    public AsyncInvocation Of(AsyncInvocation invocation)
    {
        var column = invocation.Column;
        return column.Parent is { } parent && only.TryGetValue(parent, out var child) && child == column ? parent : column;
    }

    /// <summary>Whether the operation behind this invocation only lent its thread to async methods that have columns elsewhere.</summary>
    public bool IsCarrier(AsyncInvocation root) => root.Parent is null && !busy.Contains(root) && !only.ContainsKey(root);

    /// <summary>The headings of <paramref name="lanes"/>: no two are alike.</summary>
    public IReadOnlyList<string> Titles(IReadOnlyList<AsyncInvocation> lanes)
    {
        var titles = lanes.Select(Title).ToArray();
        foreach (var alike in titles.Select((title, i) => (title, i)).GroupBy(pair => pair.title).Where(g => g.Count() > 1))
        {
            var number = 1;
            foreach (var (title, i) in alike.ToArray())
                titles[i] = $"{title} ({number++})";
        }

        return titles;
    }

    private string Title(AsyncInvocation lane)
    {
        if (lane.Parent is not null)
            return lane.Title ?? "async lambda";
        var name = lane.Operation.Name;
        var title = lane.Title ?? (only.TryGetValue(lane, out var child) ? child.Title : null);
        if (lane.Operation.Id == 0 || title is null)
            return name;
        var number = name.LastIndexOf('#');
        return number < 0 ? title : $"{title} {name[number..]}";
    }

    private static IEnumerable<AsyncInvocation> Ancestors(AsyncInvocation invocation)
    {
        for (var at = invocation; at is not null; at = at.Parent)
            yield return at;
    }
}
