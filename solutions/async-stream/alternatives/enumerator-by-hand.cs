// Alternative: an enumerator written by hand: the page in hand, a place in it, and the request ahead.
namespace ConcurrencyKatas.AsyncStream;

public interface IPages : IAsyncDisposable
{
    Task<IReadOnlyList<string>?> GetAsync(int page, CancellationToken token);
}

public static class Catalogue
{
    public static IAsyncEnumerable<string> ReadAsync(Func<IPages> open, CancellationToken token = default) =>
        new Stream(open, token);

    private sealed class Stream(Func<IPages> open, CancellationToken argument) : IAsyncEnumerable<string>
    {
        public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            new Reader(open, argument, cancellationToken);
    }

    private sealed class Reader(Func<IPages> open, CancellationToken argument, CancellationToken enumeration) : IAsyncEnumerator<string>
    {
        private CancellationTokenSource? _leaving;
        private IPages? _pages;
        private Task<IReadOnlyList<string>?>? _next;
        private IReadOnlyList<string> _items = [];
        private int _page;
        private int _place = -1;
        private bool _over;

        public string Current => _items[_place];

        public async ValueTask<bool> MoveNextAsync()
        {
            if (_over)
                return false;
            _place++;
            try
            {
                if (_pages is null)
                {
                    ThrowIfCancelled();
                    _leaving = CancellationTokenSource.CreateLinkedTokenSource(argument, enumeration);
                    _pages = open();
                    _next = GetAsync(_pages, _page, _leaving.Token);
                }

                while (_place == _items.Count)
                {
                    if (await _next! is not { } items)
                    {
                        await DisposeAsync();
                        return false;
                    }

                    ThrowIfCancelled();
                    (_items, _place) = (items, 0);
                    _next = GetAsync(_pages, ++_page, _leaving!.Token);
                }

                return true;
            }
            catch (Exception failure)
            {
                await DisposeAsync();
                if (failure is OperationCanceledException)
                    ThrowIfCancelled();
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (_over)
                return;
            _over = true;
            _leaving?.Cancel();
            if (_next is not null)
                await ((Task)_next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _leaving?.Dispose();
            if (_pages is not null)
                await _pages.DisposeAsync();
        }

        private static async Task<IReadOnlyList<string>?> GetAsync(IPages pages, int page, CancellationToken token) => await pages.GetAsync(page, token);

        private void ThrowIfCancelled()
        {
            argument.ThrowIfCancellationRequested();
            enumeration.ThrowIfCancellationRequested();
        }
    }
}
