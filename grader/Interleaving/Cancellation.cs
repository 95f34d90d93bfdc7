using Interleaving.Models.Cancellation;
using Interleaving.Scheduling;

namespace Interleaving;

/// <summary>Cancellation at every point of a program, not only at those that a test thinks of.</summary>
public static class Cancellation
{
    /// <summary>
    /// A token that is cancelled at a yield point of the schedule's choice. The first execution goes on as long as it can without a
    /// cancellation; then the default schedule is run once for each yield point that there was, and cancelled there; and in all
    /// others of the search the point is one more choice. When nothing else is left that could go on, and at the latest at the
    /// 2,000th yield point, the cancellation comes in any case; a test that ends before is not cancelled.
    /// </summary>
    /// <returns>One for each execution. A failure's schedule says where it was cancelled, and its table says "cancelled here".</returns>
    /// <exception cref="InvalidOperationException">Called outside of an exploration, or for the second time in one execution.</exception>
    /// <example><code>
    /// var token = Cancellation.Anywhere();
    /// try { await pool.UseAsync(token); } catch (OperationCanceledException) { }
    /// Assert.That(pool.Free, Is.EqualTo(pool.Size));
    /// </code></example>
    public static CancellationToken Anywhere()
    {
        var operation = Operation.Here
            ?? throw new InvalidOperationException(
                "There are yield points inside an exploration only: mark the test [Interleaved], or use Explorer.Explore.");
        var source = new CancellationTokenSource();
        var state = CancellationState.Of(operation, source);
        operation.Execution.Cancellation.Add(operation, () => state.Come(Operation.Here!));
        return source.Token;
    }
}
