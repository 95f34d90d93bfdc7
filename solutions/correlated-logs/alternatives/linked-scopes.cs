// Alternative: scopes that know their parent, set by a plain method and put back in a finally before it returns.
namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly AsyncLocal<Scope?> _scope = new();
    private readonly SemaphoreSlim _pen = new(1);

    public Task<T> RunAsync<T>(string id, Func<Task<T>> work)
    {
        var outer = _scope.Value;
        _scope.Value = new(id, outer);
        try
        {
            return work();
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception);
        }
        finally
        {
            _scope.Value = outer;
        }
    }

    public Task RunBackgroundAsync(Func<Task> work)
    {
        var outer = _scope.Value;
        _scope.Value = null;
        try
        {
            return work();
        }
        finally
        {
            _scope.Value = outer;
        }
    }

    public void Info(string message)
    {
        _pen.Wait();
        try
        {
            write($"[{_scope.Value?.Path ?? "-"}] {message}");
        }
        finally
        {
            _pen.Release();
        }
    }

    private sealed class Scope(string id, Scope? outer)
    {
        public string Path => outer is null ? id : $"{outer.Path}/{id}";
    }
}
