namespace Interleaving.Linearizability;

/// <summary>One call of a history.</summary>
/// <param name="name">With its arguments.</param>
/// <param name="specification">The state after it and its result, from the state before.</param>
/// <param name="when">The states in which it can take effect; null for all.</param>
/// <param name="called">Its place among all calls and returns.</param>
internal sealed class Call<TState>(
    string name, Func<TState, (TState State, object? Result)> specification, Func<TState, bool>? when, int called)
{
    public string Name { get; } = name;

    public int Called { get; } = called;

    /// <summary>The place of its return among all calls and returns; null while it has not returned.</summary>
    public int? Returned { get; set; }

    public object? Result { get; set; }

    /// <summary>What it threw; null when it returned, or has not yet.</summary>
    public Exception? Exception { get; set; }

    public bool IsCancelled => Exception is OperationCanceledException;

    /// <summary>What the specification says of the call in a state: the one after it, or why it cannot have been there.</summary>
    /// <param name="state">Before it.</param>
    /// <param name="free">Whether any result will do, since nobody has seen one.</param>
    public Step<TState> In(TState state, bool free)
    {
        if (when?.Invoke(state) == false)
            return Step<TState>.Refused("waits");
        try
        {
            var (after, result) = specification(state);
            return free || (Exception is null && ByValue.Same(Result, result))
                ? Step<TState>.To(after)
                : Step<TState>.Refused(result is Unit ? "returns" : $"returns {HistoryText.Show(result)}");
        }
        catch (Exception e)
        {
            return !free && e.GetType().IsInstanceOfType(Exception)
                ? Step<TState>.To(state)
                : Step<TState>.Refused($"throws {e.GetType().Name}");
        }
    }
}

/// <summary>What a call does in a state.</summary>
/// <param name="IsPossible">Whether it can have taken effect there.</param>
/// <param name="After">The state after it, if so.</param>
/// <param name="Instead">What it does there instead, if not.</param>
internal readonly record struct Step<TState>(bool IsPossible, TState After, string Instead)
{
    public static Step<TState> To(TState after) => new(true, after, "");

    public static Step<TState> Refused(string instead) => new(false, default!, instead);
}

/// <summary>What a call without a result returns.</summary>
internal sealed class Unit
{
    public static Unit Value { get; } = new();
}
