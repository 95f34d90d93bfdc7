namespace ConcurrencyKatas.Nursery;

/// <summary>
/// A block for tasks: it ends only when everything that was started in it has ended, and the first failure cancels the others.
/// </summary>
public sealed class Nursery
{
    private readonly List<Task> _children = [];

    private Nursery(CancellationToken token) => Token = token;

    /// <summary>Is cancelled at the instant when the body or a child fails or the caller cancels, and at no other time.</summary>
    public CancellationToken Token { get; }

    /// <summary>Runs <paramref name="body"/> with a new nursery, and ends when the body and all children have ended.</summary>
    /// <param name="body">May start children, and may end before they do. It may fail like a child, at once or later.</param>
    /// <param name="token">Once it is cancelled, <see cref="Token"/> is cancelled too.</param>
    /// <exception cref="Exception">The failure of the body or of a child that came first in time: the object that was thrown.</exception>
    /// <exception cref="OperationCanceledException">Nothing failed, and the caller has cancelled: it carries <paramref name="token"/>.</exception>
    public static async Task RunAsync(Func<Nursery, Task> body, CancellationToken token = default)
    {
        var nursery = new Nursery(token);
        await body(nursery);
        await Task.WhenAll(nursery._children);
    }

    /// <summary>
    /// Starts a child, which gets <see cref="Token"/>. Any code may call it, from several threads at once, until the nursery ends, even
    /// when <see cref="Token"/> is already cancelled. It never throws what the child throws.
    /// </summary>
    /// <exception cref="InvalidOperationException">The nursery has ended. The child is not run.</exception>
    public void Start(Func<CancellationToken, Task> child) => _children.Add(child(Token));
}
