using System.Diagnostics;

namespace ConcurrencyKatas.Pipeline.Suite;

/// <summary>
/// A source, a stage and a sink as the submission meets them. They take as long as a test says, fail where it says, and keep a record of
/// what happens when. Items are numbered from 0; times are virtual.
/// </summary>
/// <param name="items">How many come out of the source.</param>
/// <param name="first">The value of the first; the others count up from it.</param>
internal sealed class Plant(int items, int first) : IAsyncEnumerable<int>, IAsyncEnumerator<int>
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<TimeSpan> _asked = [];
    private readonly List<TimeSpan> _staged = [];
    private readonly List<TimeSpan> _sunk = [];
    private readonly List<string> _results = [];
    private TimeSpan _failed;
    private TimeSpan _lastPassed;
    private CancellationToken _sourceToken;
    private int _current;
    private int _given;
    private int _passed;
    private int _mostUnderWay;
    private int _opened;
    private int _closed;
    private int _inStage;
    private int _inSink;
    private int _mostInSink;
    private int _cancelledStages;
    private bool _asking;
    private bool _over;
    private bool _closing;
    private string _misuse = "";

    /// <summary>How long the source takes for each item, and for saying that there is none left.</summary>
    public Func<int, TimeSpan> SourceTime { get; init; } = _ => TimeSpan.Zero;

    public Func<int, TimeSpan> StageTime { get; init; } = _ => TimeSpan.Zero;

    public Func<int, TimeSpan> SinkTime { get; init; } = _ => TimeSpan.Zero;

    /// <summary>What the source fails with instead of giving out this item; null for success.</summary>
    public Func<int, Exception?> SourceFailure { get; init; } = _ => null;

    public Func<int, Exception?> StageFailure { get; init; } = _ => null;

    public Func<int, Exception?> SinkFailure { get; init; } = _ => null;

    public Exception? OpeningFailure { get; init; }

    public Exception? ClosingFailure { get; init; }

    /// <summary>Failures are thrown before the first await, and take no time.</summary>
    public bool FailsAtOnce { get; init; }

    /// <summary>Source, stage and sink do not listen to their tokens.</summary>
    public bool Deaf { get; init; }

    /// <summary>Lets other operations in before each step.</summary>
    public bool Yields { get; init; }

    /// <summary>How long whoever was cancelled takes to clean up.</summary>
    public TimeSpan CleanUp { get; init; }

    public Activity Activity { get; } = new();

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>When the source was asked, each time.</summary>
    public TimeSpan[] Asked => Locked(() => _asked.ToArray());

    /// <summary>When each stage was begun, in order of time.</summary>
    public TimeSpan[] Staged => Locked(() => _staged.ToArray());

    /// <summary>When each call of the sink was begun.</summary>
    public TimeSpan[] Sunk => Locked(() => _sunk.ToArray());

    /// <summary>What reached the sink.</summary>
    public string[] Results => Locked(() => _results.ToArray());

    /// <summary>The most that were under way whenever the source was asked, with the one that was asked for.</summary>
    public int MostUnderWay => Locked(() => _mostUnderWay);

    public int MostInSink => Locked(() => _mostInSink);

    /// <summary>When a stage or the sink failed for the last time, in a test in which one of them does.</summary>
    public TimeSpan Failed => Locked(() => _failed);

    /// <summary>When an item passed the sink for the last time.</summary>
    public TimeSpan LastPassed => Locked(() => _lastPassed);

    public int CancelledStages => Locked(() => _cancelledStages);

    public int Opened => Locked(() => _opened);

    public int Closed => Locked(() => _closed);

    /// <summary>How many calls of source, stage and sink have not ended.</summary>
    public int Running => Locked(() => _inStage + _inSink + (_asking ? 1 : 0));

    /// <summary>What was done to the source that must not be done; empty when nothing was.</summary>
    public string Misuse => Locked(() => _misuse);

    public int Current => Locked(() => _current);

    /// <summary>What the stage makes of the first items.</summary>
    public string[] Expected(int count) => [.. Enumerable.Range(first, count).Select(Corked)];

    public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (OpeningFailure is not null)
            throw OpeningFailure;
        Locked(() =>
        {
            Note(_opened > 0, "it was opened more than once");
            _sourceToken = cancellationToken;
            return _opened++;
        });
        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        var item = Locked(() =>
        {
            Note(_asking, "it was asked for the next item while it was still being asked for the one before");
            Note(_closing, "it was asked for an item after it had been disposed");
            Note(_over, "it was asked again after it had said that there is nothing left, or had failed");
            _asked.Add(_watch.Elapsed);
            _mostUnderWay = Math.Max(_mostUnderWay, _given - _passed + 1);
            _asking = true;
            return _given;
        });
        if (FailsAtOnce && SourceFailure(item) is { } failure)
        {
            Locked(() => _over = !(_asking = false));
            throw failure;
        }

        return new(AnswerAsync(item));
    }

    /// <summary>Not async, so that it can throw before there is a task.</summary>
    public Task<string> StageAsync(int value, CancellationToken token)
    {
        var item = value - first;
        Locked(() =>
        {
            _staged.Add(_watch.Elapsed);
            return _inStage++;
        });
        if (FailsAtOnce && StageFailure(item) is { } failure)
        {
            Locked(() => _inStage--);
            throw Fail(failure);
        }

        return CorkAsync(item, token);
    }

    /// <summary>Not async either.</summary>
    public Task SinkAsync(string result, CancellationToken token)
    {
        var item = Locked(() =>
        {
            _sunk.Add(_watch.Elapsed);
            _results.Add(result);
            _mostInSink = Math.Max(_mostInSink, ++_inSink);
            return _results.Count - 1;
        });
        if (FailsAtOnce && SinkFailure(item) is { } failure)
        {
            Locked(() => _inSink--);
            throw Fail(failure);
        }

        return BoxAsync(item, token);
    }

    public async ValueTask DisposeAsync()
    {
        Locked(() =>
        {
            Note(_asking, "it was disposed while it was being asked for an item");
            return _closing = true;
        });
        await Task.Yield();
        Locked(() => _closed++);
        if (ClosingFailure is not null)
            throw ClosingFailure;
    }

    private static string Corked(int value) => $"bottle {value}, corked";

    private async Task<bool> AnswerAsync(int item)
    {
        var answered = false;
        try
        {
            await StepAsync(SourceTime(item), _sourceToken);
            if (SourceFailure(item) is { } failure)
                throw failure;
            answered = item < items;
            return answered;
        }
        finally
        {
            Locked(() =>
            {
                _asking = false;
                _over = !answered;
                _given += answered ? 1 : 0;
                return _current = first + item;
            });
            Activity.Note();
        }
    }

    private async Task<string> CorkAsync(int item, CancellationToken token)
    {
        try
        {
            await StepAsync(StageTime(item), token, () => _cancelledStages++);
            return StageFailure(item) is { } failure ? throw Fail(failure) : Corked(first + item);
        }
        finally
        {
            Locked(() => _inStage--);
            Activity.Note();
        }
    }

    private async Task BoxAsync(int item, CancellationToken token)
    {
        try
        {
            await StepAsync(SinkTime(item), token);
            if (SinkFailure(item) is { } failure)
                throw Fail(failure);
            Locked(() =>
            {
                _lastPassed = _watch.Elapsed;
                return _passed++;
            });
        }
        finally
        {
            Locked(() => _inSink--);
            Activity.Note();
        }
    }

    private async Task StepAsync(TimeSpan time, CancellationToken token, Func<int>? cancelled = null)
    {
        Activity.Note();
        if (Yields)
            await Task.Yield();
        try
        {
            await Task.Delay(time, Deaf ? CancellationToken.None : token);
        }
        catch (OperationCanceledException)
        {
            if (cancelled is not null)
                Locked(cancelled);
            await Task.Delay(CleanUp, CancellationToken.None);
            throw;
        }
    }

    private Exception Fail(Exception failure)
    {
        Locked(() => _failed = _watch.Elapsed);
        return failure;
    }

    private bool Note(bool wrong, string misuse)
    {
        if (wrong && _misuse.Length == 0)
            _misuse = misuse;
        return wrong;
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
            return read();
    }
}
