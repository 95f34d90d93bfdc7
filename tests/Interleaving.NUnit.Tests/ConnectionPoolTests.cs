namespace Interleaving.NUnit.Tests;

/// <summary>The pool that the README of the engine cancels at every point.</summary>
public sealed class ConnectionPoolTests
{
    private const string Begin = "line says which step it came before:\n\n```\n", End = "```";

    private sealed class ConnectionPool(int size)
    {
        private readonly SemaphoreSlim _free = new(size);

        public int Free => _free.CurrentCount;

        public async Task UseAsync(CancellationToken token)
        {
            await _free.WaitAsync(token);
            await OpenAsync(token);
            _free.Release();
        }

        private static Task OpenAsync(CancellationToken token) => Task.Delay(100, token);
    }

    [Test]
    public void The_README_shows_what_comes_out()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var pool = new ConnectionPool(size: 2);
            var token = Cancellation.Anywhere();
            try
            {
                await pool.UseAsync(token);
            }
            catch (OperationCanceledException)
            {
                // It gave up.
            }

            Assert.That(pool.Free, Is.EqualTo(2));
        });
        exploration.Failure.ShouldBe(FailureKind.Assertion);
        Approval.Part("grader/Interleaving/README.md", Begin, End, exploration.Interleaving);
    }
}
