namespace ConcurrencyKatas.BreakIt.Suite;

/// <summary>A gate, right or wrong: one type, so that a test learns nothing by its name.</summary>
internal sealed class Gate : IGate
{
    private readonly Flaw _flaw;
    private readonly int _permits;
    private readonly Room _room;
    private readonly SemaphoreSlim _platform;

    private Gate(Flaw flaw, int permits, Room room)
    {
        _flaw = flaw;
        _permits = flaw == Flaw.OneTooMany ? permits + 1 : permits;
        _room = room;
        _platform = new SemaphoreSlim(permits);
    }

    /// <summary>Makes gates for one run of a test. What they share ends with it, so that no run depends on an earlier one.</summary>
    public static Func<int, IGate> With(Flaw flaw)
    {
        var shared = new Room();
        return permits => new Gate(flaw, permits, flaw == Flaw.SharedByAllGates ? shared : new Room());
    }

    public Task EnterAsync(CancellationToken token = default)
    {
        if (_flaw == Flaw.NonePlatform)
            return _platform.WaitAsync(token);
        if (_flaw == Flaw.BlocksItsCaller)
            return Blocking(token);
        if (token.IsCancellationRequested)
            return Task.FromCanceled(token);
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_room.Lock)
        {
            if (_room.Entered - _room.Left < _permits)
            {
                _room.Entered++;
                return Task.CompletedTask;
            }

            if (_flaw != Flaw.LostWakeUp)
                _room.Waiting.AddLast(waiter);
        }

        if (_flaw == Flaw.LostWakeUp)
        {
            lock (_room.Lock)
                _room.Waiting.AddLast(waiter);
        }

        return WaitAsync(waiter, token);
    }

    public void Leave()
    {
        if (_flaw is Flaw.NonePlatform or Flaw.BlocksItsCaller)
        {
            _platform.Release();
            return;
        }

        List<TaskCompletionSource> let = [];
        var seenTooEarly = _room.Left;
        lock (_room.Lock)
        {
            // Whoever waits is handed the permit: nobody has left then, as far as the count goes.
            while (_room.Waiting.Count > 0 && (let.Count == 0 || _flaw == Flaw.WakesEverybody))
            {
                let.Add((_flaw == Flaw.NoneLastComeFirst ? _room.Waiting.Last : _room.Waiting.First)!.Value);
                _room.Waiting.Remove(let[^1]);
            }

            if (let.Count == 0)
                _room.Left = (_flaw == Flaw.LostPermit ? seenTooEarly : _room.Left) + 1;
        }

        foreach (var waiter in let)
            waiter.TrySetResult();
    }

    private Task Blocking(CancellationToken token)
    {
        try
        {
            _platform.Wait(token);
            return Task.CompletedTask;
        }
        catch (OperationCanceledException)
        {
            return Task.FromCanceled(token);
        }
    }

    private async Task WaitAsync(TaskCompletionSource waiter, CancellationToken token)
    {
        using var registration = token.Register(() =>
        {
            lock (_room.Lock)
            {
                if (_flaw != Flaw.CancelledTakesAPermit && !_room.Waiting.Remove(waiter))
                    return; // it has a permit already
            }

            waiter.TrySetCanceled(token);
        });
        await waiter.Task;
    }

    private sealed class Room
    {
        public Lock Lock { get; } = new();

        public int Entered { get; set; }

        public int Left { get; set; }

        public LinkedList<TaskCompletionSource> Waiting { get; } = [];
    }
}
