using Interleaving.NUnit;

namespace ConcurrencyKatas.AsyncLock.Suite;

[TestFixture]
public sealed class ReleasedTests
{
    private const string Criterion = "released";

    private const int Opening = 10_000;

    private const string Failure = "The vault failed, and the booking did not throw the exception that the vault threw.";

    private const string Cancelled =
        "A booking was cancelled, and did not throw an OperationCanceledException with its own token.";

    private const string NotOne =
        "After a booking had failed, or had been cancelled, the others did not get in one at a time. Give the turn back once, on every way out; "
        + "a booking that never had it has nothing to give back.";

    private const string Counts = "The balance is not the result of the bookings that succeeded. A booking that fails or is cancelled writes nothing.";

    public enum At
    {
        Reading,
        Writing,
    }

    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task After_a_failure_the_others_get_in([Values] At at, [Values] Kind kind, [Values] bool atOnce, [Values(1, 2)] int which)
    {
        var failure = new IOException("the drawer is stuck");
        var vault = new Vault(Opening)
        {
            FailsAtOnce = atOnce,
            ReadFailure = n => at == At.Reading && n == which ? failure : null,
            WriteFailure = n => at == At.Writing && n == which ? failure : null,
        };
        var wallet = new Wallet(vault);

        var outcomes = await Task.WhenAll(wallet.TryAsync(kind, 100), wallet.TryAsync(kind, 200), wallet.TryAsync(kind, 400));

        Claim.That(outcomes.Count(outcome => outcome is not null) == 1 && outcomes.Contains(failure), Failure);
        await StillOneAtATimeAsync(wallet, vault, outcomes.Select((outcome, i) => outcome is null ? Change(kind, 100 << i) : 0).Sum());
    }

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task A_failure_among_threads_costs_one_booking([Values] Kind kind)
    {
        var failure = new IOException("the drawer is stuck");
        var vault = new Vault(Opening, Pace.Quick) { ReadFailure = n => n == 2 ? failure : null };
        var wallet = new Wallet(vault);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => wallet.TryAsync(kind, 100 << i))));

        Claim.That(outcomes.Count(outcome => outcome is not null) == 1 && outcomes.Contains(failure), Failure);
        await StillOneAtATimeAsync(wallet, vault, outcomes.Select((outcome, i) => outcome is null ? Change(kind, 100 << i) : 0).Sum());
    }

    /// <summary>An OperationCanceledException that no token of the caller's caused is a failure like any other.</summary>
    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task A_vault_that_gives_up_by_itself_has_failed([Values] At at, [Values] Kind kind, [Values] bool hasToken)
    {
        using var caller = new CancellationTokenSource();
        var failure = new OperationCanceledException("closed for today");
        var vault = new Vault(Opening)
        {
            ReadFailure = n => at == At.Reading && n == 1 ? failure : null,
            WriteFailure = n => at == At.Writing && n == 1 ? failure : null,
        };
        var wallet = new Wallet(vault);

        Claim.That(ReferenceEquals(await wallet.TryAsync(kind, 100, hasToken ? caller.Token : default), failure), Failure);
        await StillOneAtATimeAsync(wallet, vault, 0);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task After_a_refusal_the_next_gets_in()
    {
        var vault = new Vault(Opening);
        var wallet = new Wallet(vault);

        Claim.That(!await wallet.WithdrawAsync(Opening + 1), "There was not enough, and it was paid.");

        await StillOneAtATimeAsync(wallet, vault, 0);
    }

    /// <summary>Three instants, none of them that of another event.</summary>
    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task Whoever_is_cancelled_in_the_line_ends_at_once([Values(1, 4, 8)] int tenths, [Values] Kind kind)
    {
        var vault = new Vault(Opening);
        var wallet = new Wallet(vault);
        var at = vault.Booking * tenths / 10;
        using var cancellation = new CancellationTokenSource();

        var holder = wallet.TryAsync(Kind.Deposit, 100);
        var waiter = wallet.TryAsync(kind, 200, cancellation.Token);
        var other = wallet.TryAsync(Kind.Deposit, 400);
        await Task.Delay(at);
        var cancelled = vault.Elapsed;
        await cancellation.CancelAsync();
        var outcome = await waiter;
        var ended = vault.Elapsed;

        IsCancelled(outcome, cancellation.Token);
        Claim.That(ended == cancelled, "A booking was cancelled while it waited for its turn, and did not end at once: pass the token to the wait.");
        Claim.That(await holder is null && await other is null, "A booking was cancelled, and another failed.");
        Claim.That(vault.Reads == 2, "A booking was cancelled while it waited for its turn, and the vault heard of it all the same.");
        await StillOneAtATimeAsync(wallet, vault, 500);
    }

    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task Whoever_is_cancelled_at_the_vault_lets_the_next_one_in([Values] At at, [Values] Kind kind)
    {
        var vault = new Vault(Opening);
        var wallet = new Wallet(vault);
        using var cancellation = new CancellationTokenSource();

        var holder = wallet.TryAsync(kind, 100, cancellation.Token);
        var next = wallet.TryAsync(kind, 200);
        await Task.Delay(at == At.Reading ? vault.Reading / 2 : (vault.Reading + vault.Booking) / 2);
        await cancellation.CancelAsync();
        var outcome = await holder;

        IsCancelled(outcome, cancellation.Token);
        Claim.That(vault.Written == 0, "A booking was cancelled at the vault, and it wrote all the same: pass the token to reading and to writing.");
        Claim.That(await next is null, "A booking was cancelled, and another failed.");
        await StillOneAtATimeAsync(wallet, vault, Change(kind, 200));
    }

    /// <summary>The turn becomes free at the very moment of the cancellation: it may get in or not, and the turn is not lost.</summary>
    [Test, Interleaved(Schedules = 100), Category(Criterion)]
    public async Task A_cancellation_at_the_moment_of_the_turn_loses_no_turn([Values] Kind kind)
    {
        var vault = new Vault(Opening);
        var wallet = new Wallet(vault);
        using var cancellation = new CancellationTokenSource(vault.Booking);

        var holder = wallet.TryAsync(Kind.Deposit, 100);
        var waiter = wallet.TryAsync(kind, 200, cancellation.Token);
        var other = wallet.TryAsync(Kind.Deposit, 400);
        var outcome = await waiter;

        IsCancelled(outcome, cancellation.Token);
        Claim.That(await holder is null && await other is null, "A booking was cancelled, and another failed.");
        await StillOneAtATimeAsync(wallet, vault, 500);
    }

    /// <summary>Two threads: the cancellation comes at any point of a booking, or after it.</summary>
    [Test, Interleaved(Schedules = 100), Category(Criterion)]
    public async Task A_cancellation_at_any_point_loses_no_turn([Values] Kind kind)
    {
        var vault = new Vault(Opening, Pace.Quick);
        var wallet = new Wallet(vault);
        using var cancellation = new CancellationTokenSource();

        var holder = Task.Run(() => wallet.TryAsync(Kind.Deposit, 100));
        var waiter = Task.Run(() => wallet.TryAsync(kind, 200, cancellation.Token));
        await Task.Run(cancellation.Cancel);
        var outcome = await waiter;

        Claim.That(await holder is null, "A booking was cancelled, and another failed.");
        if (outcome is not null)
            IsCancelled(outcome, cancellation.Token);
        await StillOneAtATimeAsync(wallet, vault, 100 + (outcome is null ? Change(kind, 200) : 0));
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_token_that_is_cancelled_already_lets_nothing_be_written([Values] Kind kind, [Values] bool busy)
    {
        var vault = new Vault(Opening);
        var wallet = new Wallet(vault);
        var token = new CancellationToken(canceled: true);

        var holder = busy ? wallet.DepositAsync(100) : Task.CompletedTask;
        IsCancelled(await wallet.TryAsync(kind, 200, token), token);
        Claim.That(!busy || vault.Elapsed == TimeSpan.Zero, "The token was cancelled already, and the booking waited for its turn all the same.");
        IsCancelled(await wallet.TryAsync(kind, 400, token), token);
        await holder;

        await StillOneAtATimeAsync(wallet, vault, busy ? 100 : 0);
    }

    /// <summary>Then three more get in, one at a time.</summary>
    private static async Task StillOneAtATimeAsync(Wallet wallet, Vault vault, int change)
    {
        Claim.That(vault.Balance == Opening + change, Counts);

        await Task.WhenAll(wallet.DepositAsync(1), wallet.DepositAsync(2), wallet.DepositAsync(4));

        Claim.That(vault.Peak == 1 && vault.Balance == Opening + change + 7, NotOne);
        Claim.That(await vault.AfterwardsAsync() == 0, "All bookings were over, and something was still going on at the vault.");
    }

    private static int Change(Kind kind, int amount) => kind == Kind.Deposit ? amount : -amount;

    private static void IsCancelled(Exception? outcome, CancellationToken token) =>
        Claim.That(outcome is OperationCanceledException given && given.CancellationToken == token, Cancelled);
}
