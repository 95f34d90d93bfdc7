namespace Interleaving.Scheduling;

/// <summary>What one execution knows of objects: locks, tasks and whatever else a model keeps a state for.</summary>
internal sealed class ObjectStates
{
    private readonly Dictionary<object, object> states = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(object Key, Type Kind), object> others = new(KeyedByKind.Comparer);

    /// <summary>The state of <paramref name="key"/>, made on first use.</summary>
    public T Of<T>(object key, Func<object, T> create)
        where T : class
    {
        if (!states.TryGetValue(key, out var known))
        {
            var first = create(key);
            states.Add(key, first);
            return first;
        }

        if (known is T mine)
            return mine;

        // One object may be two things at once: a semaphore that is also locked on.
        if (!others.TryGetValue((key, typeof(T)), out var other))
            others.Add((key, typeof(T)), other = create(key));
        return (T)other;
    }

    /// <summary>The state that was first made of an object, if operations synchronise by it.</summary>
    public SyncState? Find(object key) => states.GetValueOrDefault(key) as SyncState;

    /// <summary>What an operation holds, in the order in which the program first used it. To name a thing may be the first that is known of it.</summary>
    public IEnumerable<Holding> HeldBy(Operation operation) =>
        states.Values.Concat(others.Values).OfType<SyncState>().ToList().Select(state => state.HeldBy(operation)).OfType<Holding>();
}
