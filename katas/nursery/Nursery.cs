namespace ConcurrencyKatas.Nursery;

/// <summary>
/// A block for tasks: whatever is started in it has ended when it ends, and the first failure calls all the others home.
/// </summary>
public sealed class Nursery
{
    private readonly List<Task> _children = [];

    private Nursery(CancellationToken token) => Token = token;

    /// <summary>Is cancelled when the body or a child fails, and when the caller cancels.</summary>
    public CancellationToken Token { get; }

    /// <summary>Runs <paramref name="body"/> with a new nursery, and ends when the body and all children have ended.</summary>
    /// <param name="body">May start children, and may end before they do.</param>
    /// <param name="token">Once it is cancelled, the body and the children are called home.</param>
    /// <exception cref="Exception">The first failure in time, of the body or of a child: the very exception.</exception>
    /// <exception cref="OperationCanceledException">Nobody failed, and the caller has cancelled: it carries <paramref name="token"/>.</exception>
    public static async Task RunAsync(Func<Nursery, Task> body, CancellationToken token = default)
    {
        var nursery = new Nursery(token);
        await body(nursery);
        await Task.WhenAll(nursery._children);
    }

    /// <summary>
    /// Starts a child, which gets <see cref="Token"/>. The body, a child, and whoever else has the nursery may call it, several at once. It
    /// never throws what the child throws.
    /// </summary>
    /// <exception cref="InvalidOperationException">The nursery has ended. The child is not run.</exception>
    public void Start(Func<CancellationToken, Task> child) => _children.Add(child(Token));
}
