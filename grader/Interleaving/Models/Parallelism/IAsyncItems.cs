using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <summary>The one enumerator that the workers of an async loop share.</summary>
internal interface IAsyncItems<T>
{
    void Begin(CancellationToken token);

    /// <summary>Calls <paramref name="then"/> with the next item, with none at the end, or with what went wrong.</summary>
    void Next(Operation operation, Action<AsyncItem<T>> then);

    /// <summary>Disposes of the enumerator.</summary>
    Task End();
}
