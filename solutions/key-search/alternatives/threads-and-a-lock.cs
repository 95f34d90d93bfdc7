// Alternative: a thread for each core; parts and the lowest hit behind one lock, and the first failure comes out.
namespace ConcurrencyKatas.KeySearch;

public interface IKeys
{
    long Count { get; }

    string this[long index] { get; }
}

public static class Locksmith
{
    public static long FindFirst(IKeys keys, Predicate<string> opens)
    {
        var search = new Search(keys, opens);
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(search.Work)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return search.Result();
    }

    private sealed class Search(IKeys keys, Predicate<string> opens)
    {
        private readonly Lock _lock = new();
        private long _next;
        private long _lowest = -1;
        private Exception? _failure;

        public void Work()
        {
            while (TakePart() is { } part)
            {
                try
                {
                    for (var index = part.From; index < part.To; index++)
                    {
                        if (opens(keys[index]))
                        {
                            Found(index);
                            break;
                        }
                    }
                }
                catch (Exception exception)
                {
                    lock (_lock)
                        _failure ??= exception;
                }
            }
        }

        public long Result()
        {
            if (_failure is not null)
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_failure);
            return _lowest;
        }

        private (long From, long To)? TakePart()
        {
            lock (_lock)
            {
                if (_failure is not null || _next >= keys.Count || (_lowest >= 0 && _next > _lowest))
                    return null;
                var from = _next;
                _next = Math.Min(from + 100, keys.Count);
                return (from, _next);
            }
        }

        private void Found(long index)
        {
            lock (_lock)
            {
                if (_lowest < 0 || index < _lowest)
                    _lowest = index;
            }
        }
    }
}
