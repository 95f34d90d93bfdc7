namespace ConcurrencyKatas.CorrelatedLogs;

/// <summary>A log in which each line says to which request it belongs, no matter how many requests run at the same time.</summary>
/// <param name="write">Writes one line. It can take only one line at a time, and may be slow.</param>
public sealed class RequestLog(Action<string> write)
{
    private string _current = "-";

    /// <summary>
    /// Calls <paramref name="work"/> here and now, as a plain call would, as part of a request: every line that it writes, and that is written by
    /// what it starts, carries the id. Within another request, the id is added to that one's: <c>7/charge</c>.
    /// </summary>
    /// <param name="id">The id of the request, or of a part of one.</param>
    /// <param name="work">What the request does. It may throw at once or later.</param>
    /// <returns>The result of the work, or the very exception that ended it.</returns>
    public async Task<T> RunAsync<T>(string id, Func<Task<T>> work)
    {
        _current = id;
        var result = await work();
        _current = "-";
        return result;
    }

    /// <summary>
    /// Starts <paramref name="work"/>, which belongs to nobody, even if it is started within a request: its lines carry <c>-</c>.
    /// </summary>
    /// <param name="work">What is done in the background. It may throw at once or later.</param>
    /// <returns>A task that ends when the work does, with its very exception if it failed.</returns>
    public Task RunBackgroundAsync(Func<Task> work) => work();

    /// <summary>
    /// Writes <c>[7] message</c>, with the id of the request to which the caller belongs, or <c>[-] message</c>. The line is written when
    /// this returns.
    /// </summary>
    /// <param name="message">What to write; one line.</param>
    public void Info(string message) => write($"[{_current}] {message}");
}
