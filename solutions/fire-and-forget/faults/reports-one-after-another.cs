// Fault: one task reports all failures, and a slow report holds the next one up.
// Verdict: WrongAnswer
// Fails: reported-once
using System.Threading.Channels;

namespace ConcurrencyKatas.FireAndForget;

/// <summary>Runs work in the background, hears how each piece of it ends, and waits for all of it at the end.</summary>
public sealed class Background : IAsyncDisposable
{
    private readonly Channel<(string Name, Exception Failure)> _failures = Channel.CreateUnbounded<(string, Exception)>();
    private readonly List<Task> _all = [];
    private readonly Task _reporter;
    private Task? _drained;

    public Background(Action<string, Exception> failed) => _reporter = Task.Run(() => ReportAsync(_failures.Reader, failed));

    public void Start(string name, Func<Task> work)
    {
        lock (_all)
        {
            ObjectDisposedException.ThrowIf(_drained is not null, this);
            _all.Add(Task.Run(() => RunAsync(name, work)));
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_all)
            return new ValueTask(_drained ??= DrainAsync(Task.WhenAll(_all)));
    }

    private async Task DrainAsync(Task work)
    {
        await work;
        _failures.Writer.Complete();
        await _reporter;
    }

    private async Task RunAsync(string name, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception failure)
        {
            _failures.Writer.TryWrite((name, failure));
        }
    }

    private static async Task ReportAsync(ChannelReader<(string Name, Exception Failure)> failures, Action<string, Exception> failed)
    {
        await foreach (var (name, failure) in failures.ReadAllAsync())
        {
            try
            {
                failed(name, failure);
            }
            catch (Exception)
            {
            }
        }
    }
}
