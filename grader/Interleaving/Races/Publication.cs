using Interleaving.Scheduling;

namespace Interleaving.Races;

/// <summary>
/// An object that somebody got hold of by a reference whose assignment nothing orders before the read. .NET's memory model
/// (dotnet/runtime, docs/design/specs/Memory-model.md) says of it: "object assignment to a location potentially accessible by
/// other threads is a release with respect to write operations to the instance's fields", and "data-dependent reads are
/// ordered". So what happened to the object, and to what is reached through it, before the assignment is ordered before
/// whatever is done to it by way of that reference; and nothing else is.
/// </summary>
/// <param name="root">The object.</param>
internal sealed class Publication(object root)
{
    private readonly VectorClock past = new();
    private readonly List<object> holders = [];
    private HashSet<object>? reached;

    /// <summary>It was assigned to a location of <paramref name="holder"/> when this had happened.</summary>
    /// <param name="holder">Whoever reads the reference has the holder already, so nothing is reached through that.</param>
    /// <param name="before">What its writer knew of the others.</param>
    /// <param name="write">The assignment; null when <paramref name="before"/> tells all.</param>
    public void Add(object holder, VectorClock before, Epoch? write)
    {
        past.Join(before);
        if (write is { } at)
            past.Reach(at.Slot, at.Clock);
        if (holders.Exists(known => ReferenceEquals(known, holder)))
            return;
        holders.Add(holder);
        reached = null;
    }

    /// <summary>Whether an access to <paramref name="owner"/> came before the assignment.</summary>
    public bool Orders(object owner, Epoch access) => !access.IsUnknownTo(past) && Reaches(owner);

    /// <summary>Whether <paramref name="owner"/> is the object or is reached through it, as things are.</summary>
    public bool Reaches(object owner) =>
        reached?.Contains(owner) == true || (reached = ObjectGraph.From(root, holders)).Contains(owner);
}
