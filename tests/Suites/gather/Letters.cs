namespace ConcurrencyKatas.Gather.Suite;

/// <summary>Starts as the submission meets them, which keep a record of what happens. Times are virtual, counted from here.</summary>
internal sealed class Letters
{
    private readonly Letter[] _letters;
    private readonly int _folio = Inputs.Draw().Next(100, 900);
    private readonly Lock _lock = new();
    private readonly int[] _calls;
    private readonly InFlight _underWay = new();
    private readonly Activity _activity = new();

    public Letters(params Letter[] letters)
    {
        _letters = letters;
        _calls = new int[letters.Length];
        Starts = [.. letters.Select<Letter, Func<Task<string>>>((_, index) => () => Start(index))];
    }

    public IReadOnlyList<Func<Task<string>>> Starts { get; }

    /// <summary>How often each start was called.</summary>
    public int[] Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>When the last start was called.</summary>
    public TimeSpan LastBegun => _underWay.LastBegun;

    /// <summary>How many have begun and not ended.</summary>
    public int UnderWay => _underWay.Now;

    public TimeSpan Elapsed => _underWay.Elapsed;

    /// <summary>When the last ends, if all begin at 0.</summary>
    public TimeSpan Longest => _letters.Max(letter => letter.After);

    /// <summary>Every failure that is no cancellation, in the order of the list.</summary>
    public Exception[] Failures => [.. _letters.SelectMany(letter => letter.Failures).Where(failure => failure is not OperationCanceledException)];

    public string[] Answers => [.. _letters.Select((_, index) => Answer(index))];

    /// <summary>How much goes on from now; 0 when everything has ended.</summary>
    public Task<int> AfterwardsAsync() => _activity.AfterwardsAsync();

    /// <summary>Whether this is what became of the letter at its index.</summary>
    public bool Tells(Outcome<string> outcome) => outcome.Index >= 0 && outcome.Index < _letters.Length && _letters[outcome.Index].Failures switch
    {
        [] => outcome.Error is null && outcome.Value == Answer(outcome.Index),
        [OperationCanceledException] => outcome.Error is OperationCanceledException && outcome.Value is null,
        [var only] => ReferenceEquals(outcome.Error, only) && outcome.Value is null,
        var several => outcome.Value is null
            && (ReferenceEquals(outcome.Error, several[0])
                || (outcome.Error is AggregateException all && all.Flatten().InnerExceptions.SequenceEqual(several))),
    };

    private string Answer(int index) => $"folio {_folio + (7 * index)}";

    private Task<string> Start(int index)
    {
        lock (_lock)
            _calls[index]++;
        _activity.Note();
        _underWay.Enter();
        var letter = _letters[index];
        if (!letter.AtOnce)
            return letter.Failures.Length > 1 ? FailAsync(letter) : AnswerAsync(letter, index);
        End();
        throw letter.Failures[0];
    }

    private async Task<string> AnswerAsync(Letter letter, int index)
    {
        await Task.Delay(letter.After);
        End();
        return letter.Failures is [var failure] ? throw failure : Answer(index);
    }

    private Task<string> FailAsync(Letter letter)
    {
        var several = new TaskCompletionSource<string>();
        _ = FailLaterAsync();
        return several.Task;

        async Task FailLaterAsync()
        {
            await Task.Delay(letter.After);
            End();
            several.SetException(letter.Failures);
        }
    }

    private void End()
    {
        _activity.Note();
        _underWay.Leave();
    }
}
