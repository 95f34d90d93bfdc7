namespace ConcurrencyKatas.ColdCoroutine.Suite;

/// <summary>
/// A body that counts its runs and then takes its time: at first it computes, then it waits, then it ends. Times are virtual.
/// </summary>
/// <param name="waits">How long it waits; nothing: it never awaits anything unfinished.</param>
internal sealed class Recipe(TimeSpan waits = default)
{
    private readonly Activity _runs = new();

    /// <summary>How long it computes before its first await.</summary>
    public TimeSpan Computes { get; init; }

    /// <summary>What it throws.</summary>
    public Exception? Failure { get; init; }

    /// <summary>When it throws.</summary>
    public Phase Fails { get; init; } = Phase.AfterTheFirstAwait;

    /// <summary>What it returns.</summary>
    public object? Meal { get; init; } = new();

    /// <summary>Called at its first line, and again after its await.</summary>
    public Action Looks { get; init; } = () => { };

    /// <summary>How often it was begun.</summary>
    public int Runs => _runs.Steps;

    /// <summary>The body to hand in.</summary>
    public Task<object?> Body()
    {
        _runs.Note();
        return Failure is not null && Fails == Phase.AtOnce ? throw Failure : RestAsync();
    }

    private async Task<object?> RestAsync()
    {
        Looks();
        if (Computes > TimeSpan.Zero)
            Thread.Sleep(Computes);
        if (Failure is not null && Fails == Phase.BeforeTheFirstAwait)
            throw Failure;
        if (waits > TimeSpan.Zero)
            await Task.Delay(waits);
        Looks();
        return Failure is null ? Meal : throw Failure;
    }
}

/// <summary>When a body throws.</summary>
public enum Phase
{
    /// <summary>Instead of giving a task.</summary>
    AtOnce,

    /// <summary>Its task has failed when it is given.</summary>
    BeforeTheFirstAwait,

    /// <summary>Its task fails later.</summary>
    AfterTheFirstAwait,
}
