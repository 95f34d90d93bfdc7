using System.Diagnostics;

namespace ConcurrencyKatas.FirstWins.Suite;

/// <summary>
/// The replicas as the submission meets them, and a record of what happened when. Its lock orders those who write, so a test that looks for
/// data races in the submission brings replicas of its own.
/// </summary>
internal sealed class Switchboard(params Company[] companies)
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<TimeSpan>[] _starts = [.. companies.Select(_ => new List<TimeSpan>())];
    private readonly TimeSpan?[] _cancelled = new TimeSpan?[companies.Length];
    private readonly int _first = Inputs.Draw().Next(100, 900);
    private int _running;

    /// <summary>Notices calls that go on after the end.</summary>
    public Activity Activity { get; } = new();

    public IReadOnlyList<Func<CancellationToken, Task<string>>> Replicas =>
        [.. companies.Select((_, i) => (Func<CancellationToken, Task<string>>)(token => CallAsync(i, token)))];

    /// <summary>When each was called, each time.</summary>
    public TimeSpan[][] Starts => Locked(() => (TimeSpan[][])[.. _starts.Select(starts => starts.ToArray())]);

    /// <summary>When each was cancelled; null when it was not, or does not listen.</summary>
    public TimeSpan?[] Cancelled => Locked(() => _cancelled.ToArray());

    /// <summary>How many calls have begun and not ended.</summary>
    public int Running => Locked(() => _running);

    public string Answer(int company) => $"car {_first + company}";

    /// <summary>What a call of the submission comes to, and when.</summary>
    public async Task<Outcome> AskAsync(TimeSpan delay, CancellationToken token = default)
    {
        try
        {
            var answer = await Hedge.FirstAsync(Replicas, delay, token);
            return new(answer, null, _watch.Elapsed);
        }
        catch (Exception exception)
        {
            return new(null, exception, _watch.Elapsed);
        }
    }

    /// <summary>Whether each was called at these instants, once, and those without an instant never.</summary>
    public bool StartedAt(params TimeSpan?[] expected) =>
        Starts.Zip(expected).All(pair => pair.Second is { } at ? pair.First is [var only] && only == at : pair.First is []);

    private Task<string> CallAsync(int i, CancellationToken token)
    {
        Locked(() =>
        {
            _starts[i].Add(_watch.Elapsed);
            return _running++;
        });
        Activity.Note();
        if (companies[i].ThrowsAtOnce)
        {
            Locked(() => _running--);
            throw companies[i].Failure!;
        }

        return AnswerAsync(i, token);
    }

    private async Task<string> AnswerAsync(int i, CancellationToken token)
    {
        var company = companies[i];
        try
        {
            await Task.Delay(company.Needs, company.Deaf ? CancellationToken.None : token);
            return company.Failure is { } failure ? throw failure : Answer(i);
        }
        catch (OperationCanceledException) when (!company.Deaf && token.IsCancellationRequested)
        {
            Locked(() => _cancelled[i] = _watch.Elapsed);
            await Task.Delay(company.CleanUp, CancellationToken.None);
            if (company.CleanUpFailure is { } failure)
                throw failure;
            throw;
        }
        finally
        {
            Activity.Note();
            Locked(() => _running--);
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
            return read();
    }
}
