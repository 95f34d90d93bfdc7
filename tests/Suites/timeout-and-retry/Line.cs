namespace ConcurrencyKatas.TimeoutAndRetry.Suite;

/// <summary>Tries as the submission makes them, which keep a record of what happens. Times are virtual, counted from here.</summary>
/// <param name="tries">What each try does; the last of them, all further ones.</param>
internal sealed class Line(params Try[] tries)
{
    private readonly Instants _starts = new();
    private readonly InFlight _open = new();
    private readonly Activity _activity = new();
    private readonly int _appointment = Inputs.Draw().Next(100, 900);

    public string Result => $"appointment {_appointment}";

    /// <summary>When each try started, in seconds.</summary>
    public double[] Starts => _starts.Of("try");

    /// <summary>When tries heard that they were to end, in seconds.</summary>
    public double[] Cancelled => _starts.Of("cancelled");

    /// <summary>How many are going on.</summary>
    public int Open => _open.Now;

    /// <summary>The most that went on at one moment.</summary>
    public int Peak => _open.Peak;

    public double Now => _open.Elapsed.TotalSeconds;

    /// <summary>How much goes on from now; 0 when everything has ended.</summary>
    public Task<int> AfterwardsAsync() => _activity.AfterwardsAsync();

    public Task<string> CallAsync(CancellationToken token)
    {
        _starts.Note("try");
        _activity.Note();
        _open.Enter();
        var one = tries[Math.Min(_open.Begun, tries.Length) - 1];
        if (!one.AtOnce)
            return AnswerAsync(one, token);
        End();
        throw one.Failure!;
    }

    private async Task<string> AnswerAsync(Try one, CancellationToken token)
    {
        try
        {
            await Task.Delay(one.Length, one.Deaf ? CancellationToken.None : token);
            return one.Failure is null ? Result : throw one.Failure;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested && !one.Deaf)
        {
            _starts.Note("cancelled");
            if (one.CleanUp > TimeSpan.Zero)
                await Task.Delay(one.CleanUp, CancellationToken.None);
            if (one.Instead is not null)
                throw one.Instead;
            throw;
        }
        finally
        {
            End();
        }
    }

    private void End()
    {
        _activity.Note();
        _open.Leave();
    }
}
