using System.Diagnostics;

namespace ConcurrencyKatas.AsyncStream.Suite;

/// <summary>An archive as the submission meets it, and a record of what happened when. Its lock orders those who write.</summary>
internal sealed class Archive(params Reel[] reels)
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<Request> _requests = [];
    private readonly List<TimeSpan> _cancelled = [];
    private int _opened;
    private int _closed;
    private int _closedAgain;
    private int _misused;
    private int _peak;
    private int _running;

    /// <summary>How long a request that was cancelled, and the closing of a session, take to clean up.</summary>
    public TimeSpan CleanUp { get; init; }

    /// <summary>Notices requests that go on after the end.</summary>
    public Activity Activity { get; } = new();

    public Request[] Requests => Locked(() => _requests.ToArray());

    /// <summary>When requests were cancelled.</summary>
    public TimeSpan[] Cancelled => Locked(() => _cancelled.ToArray());

    public int Opened => Locked(() => _opened);

    /// <summary>How many closings have come to their end.</summary>
    public int Closed => Locked(() => _closed);

    /// <summary>How often a session was closed that was closed already.</summary>
    public int ClosedAgain => Locked(() => _closedAgain);

    /// <summary>How often a session was asked after it was closed, or closed while its request was running.</summary>
    public int Misused => Locked(() => _misused);

    /// <summary>The most requests that one session had running at once.</summary>
    public int Peak => Locked(() => _peak);

    public int Running => Locked(() => _running);

    public TimeSpan Now => _watch.Elapsed;

    public IPages Open() => new Session(this, Locked(() => _opened++));

    private Reel At(int page) => page < reels.Length ? reels[page] : new(TimeSpan.Zero, null);

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
            return read();
    }

    private sealed class Session(Archive archive, int number) : IPages
    {
        private int _running;
        private bool _closed;

        public Task<IReadOnlyList<string>?> GetAsync(int page, CancellationToken token)
        {
            var reel = archive.At(page);
            archive.Activity.Note();
            archive.Locked(() =>
            {
                archive._requests.Add(new(number, page, archive._watch.Elapsed));
                archive._misused += _closed ? 1 : 0;
                return reel.ThrowsAtOnce ? 0 : Begin();
            });
            return reel.ThrowsAtOnce ? throw reel.Failure! : FetchAsync(reel, token);
        }

        public async ValueTask DisposeAsync()
        {
            archive.Locked(() =>
            {
                archive._closedAgain += _closed ? 1 : 0;
                archive._misused += _running > 0 ? 1 : 0;
                return _closed = true;
            });
            await Task.Delay(archive.CleanUp);
            archive.Activity.Note();
            archive.Locked(() => archive._closed++);
        }

        private int Begin()
        {
            archive._running++;
            return archive._peak = Math.Max(archive._peak, ++_running);
        }

        private async Task<IReadOnlyList<string>?> FetchAsync(Reel reel, CancellationToken token)
        {
            try
            {
                await Task.Delay(reel.Fetch, reel.Deaf ? CancellationToken.None : token);
                return reel.Failure is { } failure ? throw failure : reel.Items;
            }
            catch (OperationCanceledException) when (!reel.Deaf && token.IsCancellationRequested)
            {
                archive.Locked(() =>
                {
                    archive._cancelled.Add(archive._watch.Elapsed);
                    return 0;
                });
                await Task.Delay(archive.CleanUp, CancellationToken.None);
                if (reel.FailureOnTheWayOut is { } failure)
                    throw failure;
                throw;
            }
            finally
            {
                archive.Activity.Note();
                archive.Locked(() =>
                {
                    archive._running--;
                    return --_running;
                });
            }
        }
    }
}
