using System.Collections.Concurrent;

namespace Corpus;

/// <summary>A lock for each key that is removed when nobody needs it: three must come at the right moments to find two inside.</summary>
public static class KeyedLocks
{
    [Correct]
    public static Task A_lock_that_is_removed_when_its_last_user_leaves() => OneInside(new Counted());

    [Broken(FailureKind.Assertion)]
    public static Task A_lock_that_is_removed_while_somebody_has_got_hold_of_it() => OneInside(new Uncounted());

    private static async Task OneInside(IKeyedLock locks)
    {
        var inside = 0;
        await Together(WorkAsync, WorkAsync, WorkAsync);

        async Task WorkAsync()
        {
            var gate = await locks.EnterAsync("key");
            Expect(1, Interlocked.Increment(ref inside));
            Interlocked.Decrement(ref inside);
            locks.Leave("key", gate);
        }
    }

    private interface IKeyedLock
    {
        Task<SemaphoreSlim> EnterAsync(string key);

        void Leave(string key, SemaphoreSlim gate);
    }

    private sealed class Uncounted : IKeyedLock
    {
        private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new();

        public async Task<SemaphoreSlim> EnterAsync(string key)
        {
            var gate = gates.GetOrAdd(key, _ => new SemaphoreSlim(1));
            await gate.WaitAsync();
            return gate;
        }

        public void Leave(string key, SemaphoreSlim gate)
        {
            gate.Release();
            if (gate.CurrentCount == 1)
                gates.TryRemove(key, out _);
        }
    }

    private sealed class Counted : IKeyedLock
    {
        private readonly Dictionary<string, (SemaphoreSlim Gate, int Users)> gates = [];

        public async Task<SemaphoreSlim> EnterAsync(string key)
        {
            SemaphoreSlim gate;
            lock (gates)
            {
                var (known, users) = gates.GetValueOrDefault(key);
                gate = known ?? new SemaphoreSlim(1);
                gates[key] = (gate, users + 1);
            }

            await gate.WaitAsync();
            return gate;
        }

        public void Leave(string key, SemaphoreSlim gate)
        {
            lock (gates)
            {
                var (_, users) = gates[key];
                if (users == 1)
                    gates.Remove(key);
                else
                    gates[key] = (gate, users - 1);
            }

            gate.Release();
        }
    }
}
