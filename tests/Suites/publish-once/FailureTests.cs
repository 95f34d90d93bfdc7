using Interleaving.NUnit;

namespace ConcurrencyKatas.PublishOnce.Suite;

/// <summary>Who hears of a failure, and who tries again; races are <see cref="PublishedTests"/>' affair.</summary>
[TestFixture]
public sealed class FailureTests
{
    private const string Criterion = "failure";

    /// <summary>One after the other: some fail, the next succeeds, and nobody makes it after that.</summary>
    [Test, Interleaved(DataRaces = false), Category(Criterion)]
    public void The_next_one_tries_again([Values(1, 2, 4)] int failures)
    {
        var number = Inputs.Draw().Next(1, 900);
        Exception[] thrown = [.. Enumerable.Range(0, failures).Select(i => new IOException($"try {i}"))];
        var maker = new Maker<int>(attempt => attempt <= failures ? throw thrown[attempt - 1] : number);
        var once = new Once<int>(maker.Create);

        for (var i = 0; i < failures; i++)
        {
            var outcome = Ask(once);
            Claim.That(ReferenceEquals(outcome, thrown[i]), outcome is Exception other && thrown.Contains(other) ? Wording.FailureShared : Wording.FailureLost);
            Claim.That(maker.Tries == i + 1, maker.Tries > i + 1 ? Wording.TriedTooOften : Wording.NotTriedAgain);
        }

        Claim.That(Ask(once) is int value && value == number, Wording.NotTriedAgain);
        Claim.That(Ask(once) is int again && again == number && maker.Tries == failures + 1, Wording.NotTriedAgain);
    }

    /// <summary>Whoever waits while another one fails is not let down: it tries, and nobody stands still.</summary>
    [Test, Interleaved(DataRaces = false), Category(Criterion)]
    public async Task Whoever_waited_tries_again([Values(1, 2)] int failures, [Values] bool slow)
    {
        var number = Inputs.Draw().Next(1, 900);
        Exception[] thrown = [.. Enumerable.Range(0, failures).Select(i => new IOException($"try {i}"))];
        var maker = new Maker<int>(attempt => attempt <= failures ? throw thrown[attempt - 1] : number, slow ? TimeSpan.FromSeconds(1) : default);
        var once = new Once<int>(maker.Create);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Ask(once))));

        Exception[] heard = [.. outcomes.OfType<Exception>()];
        Claim.That(heard.All(thrown.Contains), Wording.FailureLost);
        Claim.That(heard.Distinct().Count() == heard.Length, Wording.FailureShared);
        Claim.That(heard.Length == failures, heard.Length > failures ? Wording.FailureShared : Wording.FailureLost);
        Claim.That(outcomes.OfType<int>().All(value => value == number), Wording.NotTheValue);
        Claim.That(maker.Tries == failures + 1, maker.Tries > failures + 1 ? Wording.TriedTooOften : Wording.NotTriedAgain);
        Claim.That(!maker.WasBeside, Wording.Beside);
    }

    [Test, Interleaved(DataRaces = false), Category(Criterion)]
    public async Task When_all_fail_each_hears_of_its_own()
    {
        Exception[] thrown = [.. Enumerable.Range(0, 3).Select(i => new IOException($"try {i}"))];
        var maker = new Maker<string>(attempt => throw thrown[attempt - 1]);
        var once = new Once<string>(maker.Create);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Ask(once))));

        Claim.That(outcomes.All(outcome => outcome is Exception failure && thrown.Contains(failure)), Wording.FailureLost);
        Claim.That(outcomes.Distinct().Count() == 3, Wording.FailureShared);
        Claim.That(maker.Tries == 3, Wording.NotTriedAgain);
    }

    public static IEnumerable<Exception> Failures =>
    [
        new OperationCanceledException("took too long"),
        new AggregateException("two at once", new IOException("no paper"), new TimeoutException("no ink")),
    ];

    /// <summary>It is a failure like any other, also where a caller might take it for a cancellation, or for a wrapping.</summary>
    [Test, Interleaved(DataRaces = false), Category(Criterion)]
    public async Task A_failure_comes_out_as_it_was_thrown_whatever_it_is([Values(0, 1)] int kind)
    {
        var number = Inputs.Draw().Next(1, 900);
        var failure = Failures.ElementAt(kind);
        var maker = new Maker<int>(attempt => attempt == 1 ? throw failure : number);
        var once = new Once<int>(maker.Create);

        var outcomes = await Task.WhenAll(Task.Run(() => Ask(once)), Task.Run(() => Ask(once)));

        Claim.That(outcomes.Contains(failure), Wording.FailureLost);
        Claim.That(outcomes.Count(outcome => outcome == failure) == 1, Wording.FailureShared);
        Claim.That(outcomes.Count(outcome => outcome is int value && value == number) == 1, Wording.NotTriedAgain);
    }

    /// <summary>A failure of one leaves another one alone.</summary>
    [Test, Interleaved(DataRaces = false), Category(Criterion)]
    public async Task Two_of_them_fail_apart()
    {
        var failure = new IOException("one");
        Once<int> broken = new(() => throw failure), whole = new(() => 7);

        var outcomes = await Task.WhenAll(Task.Run(() => Ask(broken)), Task.Run(() => Ask(whole)));

        Claim.That(outcomes[0] == failure, Wording.FailureLost);
        Claim.That(outcomes[1] is 7, Wording.FailureShared);
    }

    private static object Ask<T>(Once<T> once)
    {
        try
        {
            return once.Value!;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
