using Interleaving.Memory;
using Interleaving.Scheduling;

namespace Interleaving.Races;

/// <summary>
/// Finds pairs of accesses to one location, at least one a write, that no happens-before edge orders
/// (FastTrack: Flanagan and Freund, PLDI 2009). It is exact for the first race on a location: it reports one if and only if
/// the accesses seen so far have one, wherever in the execution the first of the two stands.
/// </summary>
/// <remarks>
/// A reference is an exception, as .NET's memory model has it (see <see cref="Publication"/>): one plain read of it beside
/// plain writes is no race, and orders what is done to the object by way of it. What stays a race is told by
/// <see cref="RaceRule"/>.
/// </remarks>
internal sealed class RaceDetector : IRaceDetector
{
    private readonly ShadowTable shadows = new();
    private readonly Dictionary<object, Publication> publications = new(ReferenceEqualityComparer.Instance);

    /// <inheritdoc/>
    public bool Tolerates { get; private set; }

    /// <inheritdoc/>
    public Race? ReadTwice { get; private set; }

    /// <summary>Forgets everything, for the next execution.</summary>
    public void Clear()
    {
        shadows.Clear();
        publications.Clear();
        (Tolerates, ReadTwice) = (false, null);
    }

    /// <inheritdoc/>
    public Race? Check(Operation operation, object owner, nint offset, int site, bool write, in Content content = default)
    {
        ref var shadow = ref shadows.At(owner, offset);
        var now = Now(operation, site);
        return content.Kind == ContentKind.Reference
            ? write ? WriteReference(operation, ref shadow, now, content) : ReadReference(operation, ref shadow, now, content.Now)
            : write ? Write(operation, ref shadow, now, content.Kind) : Read(operation, ref shadow, now, content.Kind);
    }

    /// <inheritdoc/>
    public Race? CheckAtomic(Operation operation, object owner, nint offset, int site, SyncState? order = null)
    {
        ref var shadow = ref shadows.At(owner, offset);
        var now = Now(operation, site);
        if (IsUnordered(operation, owner, shadow.Write))
            return Pair(operation, shadow.Write, true, now, true);
        Tolerates |= shadow.Shared?.Exists(read => read.IsUnknownTo(operation.Clock)) ?? shadow.Read.IsUnknownTo(operation.Clock);
        shadow.Atomic = now;
        if (order is not null)
            (shadow.Reference ??= new ReferenceShadow()).Order = order;
        return null;
    }

    /// <inheritdoc/>
    public void ReadAtomically(Operation operation, object owner, nint offset, in Content content)
    {
        ref var shadow = ref shadows.At(owner, offset);
        if (content.Kind == ContentKind.Reference)
            Obtain(operation, ref shadow, content.Now);
        else
            Tolerates |= shadow.Write.IsUnknownTo(operation.Clock);
    }

    /// <inheritdoc/>
    public bool IsExposed(object owner, nint offset) => shadows.At(owner, offset).Reference?.IsExposed == true;

    private Race? Read(Operation operation, ref Shadow shadow, Epoch now, ContentKind kind)
    {
        if (shadow.Shared is null && shadow.Read.Clock == now.Clock && shadow.Read.Operation == now.Operation)
            return null;
        if (IsUnordered(operation, shadow.Owner!, shadow.Write))
            return Pair(operation, shadow.Write, true, now, false, Rule(shadow.Owner!, kind));
        Tolerates |= shadow.Atomic.IsUnknownTo(operation.Clock);
        Remember(operation, ref shadow, now);
        return null;
    }

    private Race? Write(Operation operation, ref Shadow shadow, Epoch now, ContentKind kind)
    {
        if (IsUnordered(operation, shadow.Owner!, shadow.Atomic))
            return Pair(operation, shadow.Atomic, true, now, true);
        if (shadow.Write.Clock == now.Clock && shadow.Write.Operation == now.Operation
            && shadow.Shared is null && !shadow.Read.IsUnknownTo(operation.Clock))
            return null;
        if (IsUnordered(operation, shadow.Owner!, shadow.Write))
            return Pair(operation, shadow.Write, true, now, true, Rule(shadow.Owner!, ContentKind.Value));
        if (shadow.Shared is { } shared)
        {
            foreach (var read in shared)
            {
                if (IsUnordered(operation, shadow.Owner!, read))
                    return Pair(operation, read, false, now, true, Rule(shadow.Owner!, kind));
            }

            // Every read is ordered before this write, so whoever is ordered after the write is ordered after them too.
            shadow.Shared = null;
            shadow.Read = default;
        }
        else if (IsUnordered(operation, shadow.Owner!, shadow.Read))
        {
            return Pair(operation, shadow.Read, false, now, true, Rule(shadow.Owner!, kind));
        }

        shadow.Write = now;
        return null;
    }

    private Race? ReadReference(Operation operation, ref Shadow shadow, Epoch now, object? value)
    {
        Obtain(operation, ref shadow, value);
        now = now with { Acquires = operation.Acquires, Waited = operation.Loops.Waits, Item = operation.Item };
        Remember(operation, ref shadow, now);
        if (shadow.Reference?.Rereads is not { } rereads)
            return null;
        var (rule, earlier) = rereads.Read(now, value);
        if (rule == RaceRule.None || !shadow.Write.IsUnknownTo(operation.Clock))
            return null;
        var race = Pair(operation, shadow.Write, true, now, false, rule) with { Earlier = earlier };
        if (rule == RaceRule.Polled)
            return race;
        ReadTwice ??= race;
        return null;
    }

    private Race? WriteReference(Operation operation, ref Shadow shadow, Epoch now, in Content content)
    {
        if (IsUnordered(operation, shadow.Owner!, shadow.Atomic))
            return Pair(operation, shadow.Atomic, true, now, true);
        var readFirst = (shadow.Shared is null && IsFirst(shadow.Read)) || shadow.Shared?.Exists(IsFirst) == true;
        if (shadow.Write.IsUnknownTo(operation.Clock))
        {
            if ((readFirst || shadow.Reference?.ReadFirst == true) && !Rereads.IsSame(content.Now, content.Next)
                && IsUnordered(operation, shadow.Owner!, shadow.Write))
                return Pair(operation, shadow.Write, true, now, true, RaceRule.ReadThenWritten);
            Tolerates = true;
            (shadow.Reference ??= new ReferenceShadow()).IsExposed = true;
        }

        Expect(operation, ref shadow, content.Now);
        shadow.Write = now;

        // Whoever is started later is ordered after this.
        if (operation.Execution.Operations.Count == 1)
            return null;
        var more = shadow.Reference ??= new ReferenceShadow();
        more.Rereads?.Forget(operation.Id);
        (more.ReadFirst, more.Past) = (readFirst, null);
        if (content.Next is not null)
        {
            // To be published is a release: what the writer does to the object from here on comes later.
            more.Past = operation.Clock.Frozen();
            operation.Clock.Tick(operation.Slot);
        }

        return null;

        bool IsFirst(Epoch read) => read.Operation == operation.Id && read.Clock > 0 && read.Item == operation.Item;
    }

    /// <summary>A reference is written: those who read it and are not ordered before are no race, and stay on record.</summary>
    private void Expect(Operation operation, ref Shadow shadow, object? old)
    {
        if (shadow.Shared is null)
        {
            if (!shadow.Read.IsUnknownTo(operation.Clock))
                shadow.Read = default;
            else
                Expect(ref shadow, shadow.Read, old);
            return;
        }

        shadow.Shared.RemoveAll(read => !read.IsUnknownTo(operation.Clock));
        foreach (var read in shadow.Shared)
            Expect(ref shadow, read, old);
    }

    private void Expect(ref Shadow shadow, Epoch read, object? old)
    {
        Tolerates = true;
        var reference = shadow.Reference ??= new ReferenceShadow();
        reference.IsExposed = true;
        (reference.Rereads ??= new Rereads()).Expect(read, old);
    }

    /// <summary>A reference is read: if nothing orders its assignment before, the object counts as published by it.</summary>
    private void Obtain(Operation operation, ref Shadow shadow, object? value)
    {
        var plain = shadow.Write.IsUnknownTo(operation.Clock);
        Tolerates |= plain || shadow.Atomic.IsUnknownTo(operation.Clock);
        if (shadow.Reference is not { } reference)
            return;
        reference.IsExposed |= plain;
        if (value is null)
            return;
        if (plain && reference.Past is { } past)
            Publish(value).Add(shadow.Owner!, past, shadow.Write);
        if (reference.Order is { } order && shadow.Atomic.IsUnknownTo(operation.Clock))
            Publish(value).Add(shadow.Owner!, order.Clock, null);
    }

    private Publication Publish(object value)
    {
        if (!publications.TryGetValue(value, out var publication))
            publications.Add(value, publication = new Publication(value));
        return publication;
    }

    private bool IsUnordered(Operation operation, object owner, Epoch access) =>
        access.IsUnknownTo(operation.Clock) && (publications.Count == 0 || !publications.Values.Any(p => p.Orders(owner, access)));

    private RaceRule Rule(object owner, ContentKind kind) =>
        publications.Values.Any(publication => publication.Reaches(owner)) ? RaceRule.AfterPublication
        : kind == ContentKind.Flag ? RaceRule.Flag
        : kind == ContentKind.Struct ? RaceRule.Struct
        : RaceRule.None;

    private static void Remember(Operation operation, ref Shadow shadow, Epoch now)
    {
        if (shadow.Shared is { } shared)
            Replace(shared, now);
        else if (shadow.Read.Operation == now.Operation || !shadow.Read.IsUnknownTo(operation.Clock))
            shadow.Read = now;
        else
            shadow.Shared = [shadow.Read, now];
    }

    /// <summary>A component is passed on only to an operation that is ordered after all accesses of the one before: whoever is ordered after the later read is ordered after both.</summary>
    private static void Replace(List<Epoch> shared, Epoch now)
    {
        for (var i = 0; i < shared.Count; i++)
        {
            if (shared[i].Slot == now.Slot)
            {
                shared[i] = now;
                return;
            }
        }

        shared.Add(now);
    }

    private static Epoch Now(Operation operation, int site)
    {
        var now = new Epoch(operation.Id, operation.Slot, operation.Clock[operation.Slot], site);
        operation.LastAccess = now.Clock;
        return now;
    }

    private static Race Pair(
        Operation operation, Epoch first, bool firstWrites, Epoch second, bool secondWrites, RaceRule rule = RaceRule.None) =>
        new(
            new RacingAccess(operation.Execution.Operations[first.Operation], first.Site, firstWrites),
            new RacingAccess(operation, second.Site, secondWrites), rule);
}
