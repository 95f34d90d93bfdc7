namespace Interleaving.Models.Tasks;

/// <summary>What lies behind a ValueTask that may be awaited once, as those of channels and periodic timers.</summary>
internal interface ISingleUse
{
    /// <summary>Completes when the promise is fulfilled.</summary>
    Task Task { get; }

    /// <summary>Registers who goes on then.</summary>
    /// <exception cref="InvalidOperationException">Somebody was registered before, or the result was taken.</exception>
    void Continue();

    /// <summary>The same as a task, which may be awaited often; the ValueTask is used up by it.</summary>
    /// <exception cref="InvalidOperationException">Somebody was registered before, or the result was taken.</exception>
    Task ToTask();
}
