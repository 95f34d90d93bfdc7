// Alternative: no async at all: whichever fetch ends starts the next, and a promise is kept when none is left.
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default) =>
        new Call(ids, limit, fetch, cancellationToken).Start();

    private sealed class Call(IReadOnlyList<int> ids, int limit, Func<int, CancellationToken, Task<string>> fetch, CancellationToken token)
    {
        private readonly Lock _lock = new();
        private readonly TaskCompletionSource<string[]> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly string[] _pages = new string[ids.Count];
        private int _next;
        private int _running;
        private Exception? _failure;

        public Task<string[]> Start()
        {
            Fill();
            return _done.Task;
        }

        private void Fill()
        {
            while (TakePlace() is { } place)
                Fetched(place).ContinueWith(page => End(place, page), TaskScheduler.Default);
        }

        private int? TakePlace()
        {
            lock (_lock)
            {
                var isOver = token.IsCancellationRequested || _next == ids.Count;
                if (isOver && _running == 0)
                    Finish();
                if (isOver || _running == limit)
                    return null;
                _running++;
                return _next++;
            }
        }

        private Task<string> Fetched(int place)
        {
            try
            {
                return fetch(ids[place], token);
            }
            catch (Exception failure)
            {
                return Task.FromException<string>(failure);
            }
        }

        private void End(int place, Task<string> page)
        {
            lock (_lock)
            {
                _running--;
                try
                {
                    _pages[place] = page.GetAwaiter().GetResult();
                }
                catch (Exception failure)
                {
                    _failure ??= failure;
                }
            }

            Fill();
        }

        private void Finish()
        {
            if (_next < ids.Count)
                _done.TrySetCanceled(token);
            else if (_failure is not null)
                _done.TrySetException(_failure);
            else
                _done.TrySetResult(_pages);
        }
    }
}
