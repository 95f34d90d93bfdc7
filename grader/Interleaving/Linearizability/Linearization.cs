using System.Numerics;

namespace Interleaving.Linearizability;

/// <summary>
/// Looks for an order in which calls can have taken effect, depth first along their returns. A call takes effect when a return needs
/// it, its own or that of another, and its own is tried first: most histories are explained with few steps back.
/// </summary>
/// <param name="calls">In the order in which they were made.</param>
/// <param name="initial">The state before them.</param>
/// <param name="comparer">Of states.</param>
/// <param name="cancelledMayCount">Whether a call that was cancelled may have taken effect.</param>
internal sealed class Linearization<TState>(
    Call<TState>[] calls, TState initial, IEqualityComparer<TState> comparer, bool cancelledMayCount)
{
    /// <summary>Situations that are gone into: with twenty calls that all overlap there can be more than anybody waits for.</summary>
    private const int MostSeen = 300_000;

    private readonly List<(Configuration At, string Instead)> tried = [];
    private int furthest = -1;

    /// <summary>The first return, in their order, that no order of the calls explains; null when there is an order for all.</summary>
    /// <exception cref="InvalidOperationException">Too many calls overlap to tell.</exception>
    public Unexplained<TState>? Search()
    {
        var returns = Returns();
        var seen = new HashSet<Configuration>(new Sameness(comparer));
        var left = new Stack<Configuration>([new Configuration(0, initial, BigInteger.Zero, null, -1)]);
        while (left.TryPop(out var popped))
        {
            var at = popped;
            while (at.Return < returns.Length && at.Has(returns[at.Return].Call))
                at = at with { Return = at.Return + 1, Taken = at.Taken & ~(BigInteger.One << returns[at.Return].Call) };
            if (at.Return == returns.Length)
                return null;
            if (!seen.Add(at))
                continue;
            if (seen.Count > MostSeen)
                throw new InvalidOperationException($"{returns[at.Return].Open.Count} calls overlap, which are too many to be checked: let fewer run at once.");
            Enter(at, returns[at.Return], left);
        }

        return new Unexplained<TState>(calls[returns[furthest].Call], [.. tried.Select(Told).OrderBy(static attempt => attempt.Order.Count)]);
    }

    /// <summary>The returns in their order, each with the calls that have been made by then and have not returned.</summary>
    private Return[] Returns()
    {
        // A call that was cancelled did nothing, or else it is like one that has not returned.
        var counted = Enumerable.Range(0, calls.Length).Where(i => cancelledMayCount || !calls[i].IsCancelled).ToList();
        return [.. from i in counted
                   where !IsFree(calls[i])
                   let end = calls[i].Returned!.Value
                   orderby end
                   select new Return(i, counted.FindAll(other => calls[other].Called < end && (IsFree(calls[other]) || calls[other].Returned >= end)))];
    }

    /// <summary>What can have taken effect next, so that the call can have returned.</summary>
    private void Enter(Configuration at, Return next, Stack<Configuration> left)
    {
        if (at.Return > furthest)
        {
            furthest = at.Return;
            tried.Clear();
        }

        foreach (var call in next.Open.Where(other => other != next.Call && !at.Has(other)).Reverse().Append(next.Call))
        {
            var step = calls[call].In(at.State, IsFree(calls[call]));
            if (step.IsPossible)
                left.Push(new Configuration(at.Return, step.After, at.Taken | (BigInteger.One << call), at, call));
            else if (call == next.Call && at.Return == furthest)
                tried.Add((at, step.Instead));
        }
    }

    private static bool IsFree(Call<TState> call) => call.Returned is null || call.IsCancelled;

    private Attempt<TState> Told((Configuration At, string Instead) tried)
    {
        var order = new List<Call<TState>>();
        for (var at = tried.At; at is { Last: >= 0 }; at = at.Before)
            order.Add(calls[at.Last]);
        order.Reverse();
        return new Attempt<TState>(order, tried.At.State, tried.Instead);
    }

    private sealed record Return(int Call, List<int> Open);

    /// <summary>Where the object may be.</summary>
    /// <param name="Return">How many calls have returned.</param>
    /// <param name="State">Its state.</param>
    /// <param name="Taken">The calls, one bit each, that have taken effect and not returned.</param>
    /// <param name="Before">Where it was before; null at the beginning.</param>
    /// <param name="Last">The call that took effect in between; -1 at the beginning.</param>
    private sealed record Configuration(int Return, TState State, BigInteger Taken, Configuration? Before, int Last)
    {
        public bool Has(int call) => !(Taken >> call).IsEven;
    }

    private sealed class Sameness(IEqualityComparer<TState> states) : IEqualityComparer<Configuration>
    {
        public bool Equals(Configuration? one, Configuration? other) =>
            one!.Return == other!.Return && one.Taken == other.Taken && states.Equals(one.State, other.State);

        public int GetHashCode(Configuration one) =>
            HashCode.Combine(one.Return, one.Taken, one.State is null ? 0 : states.GetHashCode(one.State));
    }
}

/// <summary>A call that no order explains.</summary>
/// <param name="Call">Which one.</param>
/// <param name="Attempts">What was tried: those that need the fewest others first.</param>
internal sealed record Unexplained<TState>(Call<TState> Call, IReadOnlyList<Attempt<TState>> Attempts);

/// <summary>An order that explains all returns before.</summary>
/// <param name="Order">The calls that took effect.</param>
/// <param name="State">The state after them.</param>
/// <param name="Instead">What the unexplained call does in it.</param>
internal sealed record Attempt<TState>(IReadOnlyList<Call<TState>> Order, TState State, string Instead);
