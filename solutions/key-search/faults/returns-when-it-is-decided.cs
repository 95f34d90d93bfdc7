// Fault: returns when every part before the hit is done, and does not wait for those who are in a part behind it.
// Verdict: WrongAnswer
// Fails: stops-soon, streams
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.KeySearch;

public interface IKeys
{
    long Count { get; }

    string this[long index] { get; }
}

public static class Locksmith
{
    private const int Part = 256;

    public static long FindFirst(IKeys keys, Predicate<string> opens)
    {
        var search = new Search(keys, opens, keys.Count);
        for (var i = 0; i < Environment.ProcessorCount; i++)
            new Thread(search.Work) { IsBackground = true }.Start();
        return search.Wait();
    }

    private sealed class Search(IKeys keys, Predicate<string> opens, long count)
    {
        private readonly object _gate = new();
        private readonly SortedSet<long> _underWay = [];
        private long _next;
        private long _end = count;
        private Exception? _failure;

        private bool IsDecided => _next >= _end && (_underWay.Count == 0 || _underWay.Min >= _end);

        public long Wait()
        {
            lock (_gate)
            {
                while (!IsDecided)
                    Monitor.Wait(_gate);
                if (_failure is not null)
                    ExceptionDispatchInfo.Throw(_failure);
                return _end < count ? _end : -1;
            }
        }

        public void Work()
        {
            while (true)
            {
                long from;
                lock (_gate)
                {
                    if (_next >= _end)
                        return;
                    from = _next;
                    _next += Part;
                    _underWay.Add(from);
                }

                long? end = null;
                Exception? failure = null;
                var index = from;
                try
                {
                    for (var to = Math.Min(from + Part, count); index < to && end is null; index++)
                    {
                        if (opens(keys[index]))
                            end = index;
                    }
                }
                catch (Exception e)
                {
                    (end, failure) = (index, e);
                }

                lock (_gate)
                {
                    if (end < _end)
                        (_end, _failure) = (end.Value, failure);
                    _underWay.Remove(from);
                    Monitor.PulseAll(_gate);
                }
            }
        }
    }
}
