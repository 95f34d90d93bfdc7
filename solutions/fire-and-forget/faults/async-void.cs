// Fault: async void: nobody awaits it, and nobody hears of its failure.
// Verdict: Crash
// Fails: *
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    public async void Start(string name, Func<Task> work) => await work();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
